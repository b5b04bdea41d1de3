-- One row per state of a repair; it is solved when it is ready, and brought in by a client who walks in.
select
    records._record,
    records.`Repair No` as ticket_id,
    records.`Ticket Type` as ticket_type,
    'WALK_IN' as contact_channel,
    records.Status as ticket_status,
    records.Warranty as warranty,
    records.`Client Code` as party_id,
    records.`Item Code` as product_id,
    records.`Boutique Code` as location_id,
    records.`Staff Code` as rep_id,
    records.`Received At` as created_at,
    to_date(from_utc_timestamp(records.`Received At`, 'Europe/Amsterdam')) as created_date,
    records.`Promised Date` as promised_date,
    records.`Ready At` as solved_at,
    to_date(from_utc_timestamp(records.`Ready At`, 'Europe/Amsterdam')) as solved_date,
    records.`Collected At` as collected_at,
    records.`Repair Price` as quoted_amount,
    'EUR' as currency_code,
    records.`Last Changed` as updated_at
from bronze.boutique_repairs as records

-- One row per statement about a known client; the tier is the segment. A walk-in is nobody and has no row.
select
    records._record,
    records.`Client Code` as party_id,
    records.`Client Name` as party_name,
    'CONSUMER' as party_type,
    records.Tier as segment,
    records.Country as country,
    records.`Last Changed` as stated_at,
    to_date(from_utc_timestamp(records.`Last Changed`, 'Europe/Amsterdam')) as stated_date
from bronze.boutique_clients as records

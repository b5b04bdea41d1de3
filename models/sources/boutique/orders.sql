-- One row per sale or return at the register: ordered, delivered and paid at once, so the register knows no other state.
select
    records._record,
    records.`Sale No` as order_id,
    records.`Sale Type` as order_type,
    'POS' as sale_channel,
    'INVOICED' as order_status,
    records.`Client Code` as party_id,
    records.`Staff Code` as rep_id,
    records.`Boutique Code` as location_id,
    records.`Original Sale No` as original_order_id,
    records.`Sold At` as received_at,
    records.`Sold At` as ordered_at,
    to_date(from_utc_timestamp(records.`Sold At`, 'Europe/Amsterdam')) as order_date,
    records.`Sold At` as confirmed_at,
    to_date(from_utc_timestamp(records.`Sold At`, 'Europe/Amsterdam')) as delivered_date,
    records.Currency as currency_code,
    records.`Net Amount` as net_amount,
    records.`VAT Amount` as vat_amount,
    records.`Gross Amount` as gross_amount,
    records.`Last Changed` as updated_at
from bronze.boutique_sales as records

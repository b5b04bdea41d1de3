-- One row per statement about a customer.
select
    records._record,
    records.customer_id,
    records.region,
    records.changed_at,
    to_date(from_utc_timestamp(records.changed_at, 'Europe/Amsterdam')) as changed_date
from bronze.shop_customers as records

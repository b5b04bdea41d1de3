-- One row per record that names a customer: what it says of the customer on that day.
select
    records._record,
    records.CustomerID as party_id,
    records.Country as country,
    records.InvoiceDate as stated_at,
    to_date(from_utc_timestamp(records.InvoiceDate, 'Europe/London')) as stated_date
from bronze.online_retail_days as records
where records.CustomerID is not null

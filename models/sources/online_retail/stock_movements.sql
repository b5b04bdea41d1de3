-- One row per record that writes stock off: a negative quantity at no price, with the reason in the description.
select
    records._record,
    records.InvoiceNo as document_id,
    'WRITE_OFF' as movement_type,
    records.InvoiceDate as moved_at,
    to_date(from_utc_timestamp(records.InvoiceDate, 'Europe/London')) as movement_date,
    records.StockCode as product_id,
    records.Quantity as quantity,
    records.Description as reason,
    records.Country as country,
    'GBP' as currency_code
from bronze.online_retail_days as records

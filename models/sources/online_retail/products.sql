-- One row per record that sells an article: its name on that day. Descriptions of write-offs are reasons, not names.
select
    records._record,
    records.StockCode as product_id,
    records.Description as product_name,
    records.StockCode in ('POST', 'DOT', 'M', 'C2', 'S', 'D', 'B', 'AMAZONFEE', 'BANK CHARGES', 'CRUK', 'PADS')
        as is_charge,
    records.InvoiceDate as stated_at,
    to_date(from_utc_timestamp(records.InvoiceDate, 'Europe/London')) as stated_date
from bronze.online_retail_days as records
where records.UnitPrice > 0 and records.Description is not null

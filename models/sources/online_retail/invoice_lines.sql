-- One row per record that is an invoice line: C documents are credit notes, A documents adjust bad debt.
select
    records._record,
    records.InvoiceNo as invoice_id,
    case
        when records.InvoiceNo like 'C%' then 'CREDIT_NOTE'
        when records.InvoiceNo like 'A%' then 'ADJUSTMENT'
        else 'INVOICE'
    end as invoice_type,
    records.InvoiceDate as invoiced_at,
    to_date(from_utc_timestamp(records.InvoiceDate, 'Europe/London')) as invoiced_date,
    records.CustomerID as party_id,
    records.StockCode as product_id,
    case
        when records.StockCode in ('POST', 'DOT', 'M', 'C2', 'S', 'D', 'B', 'AMAZONFEE', 'BANK CHARGES', 'CRUK', 'PADS')
            then 'CHARGE'
        else 'PRODUCT'
    end as line_type,
    records.Description as description,
    records.Quantity as quantity,
    records.UnitPrice as unit_price,
    records.Quantity * records.UnitPrice as net_amount,
    'GBP' as currency_code,
    records.Country as country
from bronze.online_retail_days as records

-- One row per line of an invoice or a credit note; what the header says stays in the header.
select
    records._record,
    concat_ws('-', records.Factuurnr, records.Regel) as invoice_line_id,
    records.Factuurnr as invoice_id,
    records.Artikel as product_id,
    'PRODUCT' as line_type,
    records.Omschrijving as description,
    records.Aantal as quantity,
    records.Eenheid as unit,
    records.Prijs as unit_price,
    records.`Bedrag excl. btw` as net_amount,
    records.`Btw %` as vat_percent,
    records.Kostprijs as cost_amount,
    'EUR' as currency_code,
    records.Ordernummer as order_id,
    concat_ws('-', records.Ordernummer, records.Orderregel) as order_line_id,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_invoice_lines as records

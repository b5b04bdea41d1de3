-- One row per line of an invoice or a credit note; what the header says stays in the header.
select
    records._record,
    concat_ws('-', records.invoiceId, records.lineNo) as invoice_line_id,
    records.invoiceId as invoice_id,
    records.sku as product_id,
    'PRODUCT' as line_type,
    records.quantity,
    'st' as unit,
    records.unitPrice as unit_price,
    records.netAmount as net_amount,
    records.vatRate as vat_percent,
    records.costAmount as cost_amount,
    'EUR' as currency_code,
    records.orderId as order_id,
    concat_ws('-', records.orderId, records.orderLineNo) as order_line_id,
    records.updatedAt as updated_at
from bronze.webshop_invoice_lines as records

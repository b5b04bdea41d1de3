-- One row per line of a receipt; it has the number of the line of the sale.
select
    records._record,
    concat_ws('-', records.`Receipt No`, records.`Line No`) as invoice_line_id,
    records.`Receipt No` as invoice_id,
    records.`Item Code` as product_id,
    'PRODUCT' as line_type,
    records.Quantity as quantity,
    'pc' as unit,
    records.`Unit Price` as unit_price,
    records.`Net Amount` as net_amount,
    records.`VAT %` as vat_percent,
    records.`Cost Amount` as cost_amount,
    'EUR' as currency_code,
    records.`Sale No` as order_id,
    concat_ws('-', records.`Sale No`, records.`Line No`) as order_line_id,
    records.`Last Changed` as updated_at
from bronze.boutique_receipt_lines as records

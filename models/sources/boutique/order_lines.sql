-- One row per line of a sale or a return; what is sold is taken away and on the receipt at once.
select
    records._record,
    concat_ws('-', records.`Sale No`, records.`Line No`) as order_line_id,
    records.`Sale No` as order_id,
    records.`Line No` as line_number,
    records.`Item Code` as product_id,
    'pc' as unit,
    records.Quantity as quantity_ordered,
    records.Quantity as quantity_delivered,
    records.Quantity as quantity_invoiced,
    0 as quantity_cancelled,
    records.`Unit Price` as unit_price,
    records.`Unit Price` as list_price,
    records.`Discount %` as discount_percent,
    records.`Net Amount` as net_amount,
    records.`VAT %` as vat_percent,
    records.`Unit Cost` as unit_cost,
    'EUR' as currency_code,
    records.`Last Changed` as updated_at
from bronze.boutique_sale_lines as records

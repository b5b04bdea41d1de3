-- One row per invoice line with the names of customer and article: the rows behind every revenue figure.
select
    lines.source_system,
    lines.company_code,
    trunc(lines.invoiced_date, 'MM') as month_start_date,
    lines.invoiced_date,
    lines.invoice_id,
    lines.invoice_line_id,
    lines.invoice_type,
    lines.line_type,
    lines.order_id,
    lines.corrects_invoice_id,
    lines.reason_code,
    lines.country,
    lines.quantity,
    lines.party_id,
    parties.party_name,
    parties.segment,
    lines.product_id,
    products.product_name,
    products.category,
    lines.rep_key,
    lines.unit,
    lines.unit_price,
    lines.net_amount,
    lines.cost_amount,
    lines.net_amount - lines.cost_amount as margin_amount,
    lines.currency_code,
    deliveries._file_name,
    lines._line as _line_number
from gold.fact_invoice_line as lines
left join gold.dim_party as parties
    on parties.party_key = lines.party_key
left join gold.dim_product as products
    on products.product_key = lines.product_key
left join gold.dim_delivery as deliveries
    on  deliveries.content = lines._content
    and deliveries.source_system = lines.source_system

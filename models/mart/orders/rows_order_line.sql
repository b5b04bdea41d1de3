-- One row per order line with the names of customer and article: the rows behind every order figure.
select
    lines.source_system,
    lines.company_code,
    trunc(lines.order_date, 'MM') as month_start_date,
    lines.order_date,
    lines.order_id,
    lines.order_line_id,
    lines.order_type,
    lines.sale_channel,
    lines.order_status,
    lines.is_cancelled,
    lines.contract_line_id,
    lines.deal_id,
    lines.promised_date,
    lines.delivered_date,
    lines.quantity_ordered,
    lines.quantity_cancelled,
    lines.quantity_delivered,
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
from gold.fact_order_line as lines
left join gold.dim_party as parties
    on parties.party_key = lines.party_key
left join gold.dim_product as products
    on products.product_key = lines.product_key
left join gold.dim_delivery as deliveries
    on  deliveries.content = lines._content
    and deliveries.source_system = lines.source_system

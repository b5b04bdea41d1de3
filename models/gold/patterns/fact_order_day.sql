-- One row per customer, day, product group and currency in which something was ordered and not cancelled: a customer's pattern
-- is one of days, not of orders, so that an order sent in two parts is one. Returns are no orders.
select
    lines.source_system,
    lines.company_code,
    lines.party_id,
    lines.order_date,
    coalesce(products.category, 'UNKNOWN') as product_group,
    lines.currency_code,
    cast(sum(lines.quantity_ordered - lines.quantity_cancelled) as decimal(20, 6)) as quantity,
    cast(sum(lines.net_amount) as decimal(20, 4)) as net_amount,
    count(distinct lines.order_id) as order_count
from gold.fact_order_line as lines
left join gold.dim_product as products
    on products.product_key = lines.product_key
where
    lines.party_id is not null
    and not lines.is_cancelled
    and lines.order_type <> 'RETURN'
    and lines.quantity_ordered > lines.quantity_cancelled
group by
    lines.source_system, lines.company_code, lines.party_id, lines.order_date, coalesce(products.category, 'UNKNOWN'),
    lines.currency_code

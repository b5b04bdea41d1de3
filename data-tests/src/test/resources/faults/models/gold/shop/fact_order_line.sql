-- One row per order line, with its customer as they were on the day of the order.
select
    lines.line_id,
    lines.order_id,
    coalesce(customers.customer_key, 0) as customer_key,
    customers.region,
    lines.ordered_date,
    lines.net_amount
from silver.order_lines as lines
left join gold.dim_customer as customers
    on  customers.customer_id = lines.customer_id
    and lines.ordered_date >= customers.valid_from_date
    and lines.ordered_date < customers.valid_to_date

-- Orders whose amount differs from the sum of their lines by more than a cent per line.
select
    orders.source_system,
    orders.company_code,
    orders.order_id,
    orders.net_amount as header_amount,
    sum(lines.net_amount) as lines_amount,
    count(*) as line_count
from silver.orders as orders
inner join silver.order_lines as lines
    on  lines.source_system = orders.source_system
    and lines.company_code = orders.company_code
    and lines.order_id = orders.order_id
group by orders.source_system, orders.company_code, orders.order_id, orders.net_amount
having abs(orders.net_amount - sum(lines.net_amount)) > 0.01 * count(*)

select
    trunc(orders.ordered_date, 'MM') as month_start_date,
    count(*) as order_count,
    sum(orders.net_amount) as net_amount
from silver.orders as orders
group by trunc(orders.ordered_date, 'MM')

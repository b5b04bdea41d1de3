select
    orders.customer_id,
    trunc(orders.ordered_date, 'MM') as month_start_date,
    max(orders.net_amount) as largest_amount
from silver.orders as orders
group by orders.customer_id, trunc(orders.ordered_date, 'MM')

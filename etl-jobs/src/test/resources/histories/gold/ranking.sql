select
    orders.order_id,
    row_number() over (order by orders.net_amount desc, orders.order_id) as place
from silver.orders as orders

select
    orders.order_id,
    count(limits.limit_id) as limit_count
from silver.orders as orders
left join silver.limits as limits
    on orders.net_amount >= limits.from_amount
group by orders.order_id

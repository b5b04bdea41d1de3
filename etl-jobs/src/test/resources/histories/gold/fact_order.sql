select
    orders.order_id,
    coalesce(customers.customer_key, 0) as customer_key,
    customers.region,
    orders.net_amount
from silver.orders as orders
left join gold.dim_customer as customers
    on  customers.customer_id = orders.customer_id
    and orders.ordered_date >= customers.valid_from_date
    and orders.ordered_date < customers.valid_to_date

-- One row per company, month of the order date and currency: {words}.
select
    orders.company_code,
    trunc(orders.order_date, 'MM') as month_start_date,
    orders.currency_code,
    count(distinct orders.order_id) as order_count,
    sum(orders.net_amount) as net_amount
from gold.fact_order as orders
where not orders.is_cancelled
group by orders.company_code, trunc(orders.order_date, 'MM'), orders.currency_code

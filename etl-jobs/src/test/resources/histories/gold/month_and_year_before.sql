with months as (
    select
        trunc(orders.ordered_date, 'MM') as month_start_date,
        sum(orders.net_amount) as net_amount
    from silver.orders as orders
    group by trunc(orders.ordered_date, 'MM')
)

select
    months.month_start_date,
    months.net_amount,
    earlier.net_amount as year_before_amount
from months
left join months as earlier
    on earlier.month_start_date = add_months(months.month_start_date, -12)

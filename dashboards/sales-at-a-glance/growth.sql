-- From last year's order value to this year's, in the four steps that add up to the difference.
with growth as (
    select
        case when count(distinct company_code) = 1 then min(company_code) end as company_code,
        sum(order_amount) as order_amount,
        sum(order_amount_last_year) as order_amount_last_year,
        sum(like_for_like_amount) as like_for_like_amount,
        sum(new_amount) as new_amount,
        sum(lost_amount) as lost_amount,
        sum(reactivated_amount) as reactivated_amount
    from mart.kpi_order_growth
    where (:company is null or company_code = :company)
        and month_start_date between date_trunc('month', :from) and :to
    having count(*) > 0
)

select
    growth.company_code,
    steps.step,
    steps.step_amount,
    steps.is_total
from growth
cross join lateral (
    values
    (1, 'last_year', growth.order_amount_last_year, true),
    (2, 'like_for_like', growth.like_for_like_amount, false),
    (3, 'new', growth.new_amount, false),
    (4, 'reactivated', growth.reactivated_amount, false),
    (5, 'lost', growth.lost_amount, false),
    (6, 'this_year', growth.order_amount, true)
) as steps (place, step, step_amount, is_total)
order by steps.place

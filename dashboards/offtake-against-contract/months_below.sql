-- The full months of the period in which less was invoiced than in the same month of last year, the latest first.
with months as (
    select company_code, currency_code, month_start_date, net_amount, 0 as net_amount_last_year
    from mart.kpi_revenue_month
    union all
    select company_code, currency_code, (month_start_date + interval '1 year')::date, 0, net_amount
    from mart.kpi_revenue_month
)

select
    month_start_date,
    currency_code,
    sum(net_amount) as net_amount,
    sum(net_amount_last_year) as net_amount_last_year,
    100 * (sum(net_amount_last_year) - sum(net_amount)) / sum(net_amount_last_year) as gap_percent
from months
where currency_code <> ''
    and (:company is null or company_code = :company)
    and month_start_date between date_trunc('month', :from) and :to
    and month_start_date + interval '1 month' <= :as_of + interval '1 day'
group by month_start_date, currency_code
having sum(net_amount) < sum(net_amount_last_year) and sum(net_amount_last_year) > 0
order by month_start_date desc, currency_code

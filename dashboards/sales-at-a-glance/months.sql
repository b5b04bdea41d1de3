-- Net amount by month, with the same month a year before; one row per month and currency.
with months as (
    select company_code, currency_code, month_start_date, net_amount, null::numeric as net_amount_last_year
    from mart.kpi_revenue_month
    union all
    select company_code, currency_code, (month_start_date + interval '1 year')::date, 0, net_amount
    from mart.kpi_revenue_month
)

select
    month_start_date,
    currency_code,
    sum(net_amount) as net_amount,
    sum(net_amount_last_year) as net_amount_last_year
from months
where currency_code <> ''
    and (:company is null or company_code = :company)
    and month_start_date between date_trunc('month', :from) and :to
group by month_start_date, currency_code
order by month_start_date, currency_code

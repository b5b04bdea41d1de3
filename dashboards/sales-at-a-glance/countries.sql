-- Net amount by country of the invoice over the period, against the same months a year before; one row per currency.
with months as (
    select company_code, country, currency_code, month_start_date, net_amount, null::numeric as net_amount_last_year
    from mart.kpi_revenue_month
    union all
    select company_code, country, currency_code, (month_start_date + interval '1 year')::date, 0, net_amount
    from mart.kpi_revenue_month
)

select
    country,
    currency_code,
    sum(net_amount) as net_amount,
    sum(net_amount_last_year) as net_amount_last_year,
    sum(net_amount) - sum(net_amount_last_year) as difference_amount,
    100 * (sum(net_amount) - sum(net_amount_last_year)) / nullif(abs(sum(net_amount_last_year)), 0) as change_percent
from months
where currency_code <> ''
    and (:company is null or company_code = :company)
    and month_start_date between date_trunc('month', :from) and :to
group by country, currency_code
order by sum(net_amount) desc, country, currency_code

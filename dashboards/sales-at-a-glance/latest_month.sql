-- The latest full month of the period beside the same month a year before, one row per currency; and what stayed behind.
with months as (
    select company_code, currency_code, month_start_date, net_amount, null::numeric as net_amount_last_year, line_count
    from mart.kpi_revenue_month
    union all
    select company_code, currency_code, (month_start_date + interval '1 year')::date, 0, net_amount, 0
    from mart.kpi_revenue_month
),

companies as (
    select
        company_code,
        currency_code,
        month_start_date,
        sum(net_amount) as net_amount,
        sum(net_amount_last_year) as net_amount_last_year,
        sum(line_count) as line_count
    from months
    where currency_code <> ''
        and (:company is null or company_code = :company)
        and month_start_date between date_trunc('month', :from) and :to
        and month_start_date + interval '1 month' <= :as_of + interval '1 day'
    group by company_code, currency_code, month_start_date
),

totals as (
    select
        currency_code,
        month_start_date,
        sum(net_amount) as net_amount,
        sum(net_amount_last_year) as net_amount_last_year,
        sum(line_count) as line_count
    from companies
    group by currency_code, month_start_date
),

latest as (
    select distinct on (currency_code) *
    from totals
    where line_count > 0
    order by currency_code, month_start_date desc
),

-- The months that last year can be set beside.
period as (
    select
        currency_code,
        count(*) as month_count,
        sum(net_amount) as net_amount,
        sum(net_amount_last_year) as net_amount_last_year
    from totals
    where net_amount_last_year is not null
    group by currency_code
),

weakest as (
    select distinct on (currency_code) *
    from totals
    where net_amount < net_amount_last_year
    order by currency_code, net_amount / nullif(net_amount_last_year, 0), month_start_date
)

select
    latest.month_start_date,
    latest.currency_code,
    latest.net_amount,
    latest.net_amount_last_year,
    100 * abs(latest.net_amount - latest.net_amount_last_year) / nullif(latest.net_amount_last_year, 0) as gap_percent,
    weakest.month_start_date as weakest_month,
    100 * (weakest.net_amount_last_year - weakest.net_amount) / nullif(weakest.net_amount_last_year, 0)
        as weakest_gap_percent,
    100 * abs(period.net_amount - period.net_amount_last_year) / nullif(period.net_amount_last_year, 0)
        as period_gap_percent,
    behind.company_code as company_behind,
    behind.net_amount_last_year - behind.net_amount as company_gap_amount,
    case
        when latest.net_amount_last_year is null then 'first_year'
        when latest.net_amount < latest.net_amount_last_year and period.month_count = 1 then 'below'
        when latest.net_amount < latest.net_amount_last_year and period.net_amount < period.net_amount_last_year
            then 'below_in_a_worse_period'
        when latest.net_amount < latest.net_amount_last_year then 'below_in_a_better_period'
        when weakest.currency_code is not null and period.net_amount < period.net_amount_last_year
            then 'above_in_a_worse_period'
        when weakest.currency_code is not null then 'above_after_weak_month'
        else 'above'
    end as story
from latest
left join weakest using (currency_code)
left join period using (currency_code)
left join lateral (
    select *
    from companies
    where companies.currency_code = latest.currency_code
        and companies.month_start_date = case
            when latest.net_amount < latest.net_amount_last_year then latest.month_start_date
            else weakest.month_start_date
        end
    order by companies.net_amount_last_year - companies.net_amount desc nulls last, companies.company_code
    limit 1
) as behind on true
order by latest.line_count desc, latest.currency_code

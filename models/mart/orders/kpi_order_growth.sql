-- One row per company, month and currency: orders of the month beside those of the same ISO weeks last year (364 days
-- earlier, so that a Monday meets a Monday), and the difference split by who caused it.
-- The running month is compared with the same days last year, up to the business date.
with orders as (
    select
        facts.company_code,
        facts.currency_code,
        facts.source_system,
        facts.durable_party_id,
        facts.order_date,
        case when facts.order_type = 'RETURN' then 0 else 1 end as order_count,
        facts.net_amount
    from gold.fact_order as facts
    where not facts.is_cancelled
        and facts.order_date <= :business_date
),

companies as (
    select
        orders.company_code,
        min(orders.order_date) as first_order_date
    from orders
    group by orders.company_code
),

customers as (
    select
        orders.company_code,
        orders.source_system,
        orders.durable_party_id,
        min(orders.order_date) as first_order_date
    from orders
    group by orders.company_code, orders.source_system, orders.durable_party_id
),

-- Every order counts on its own day, and 364 days later as last year's.
both_years as (
    select
        orders.*,
        explode(array(0, 364)) as days_later
    from orders
),

customer_months as (
    select
        both_years.company_code,
        both_years.currency_code,
        both_years.source_system,
        both_years.durable_party_id,
        trunc(date_add(both_years.order_date, both_years.days_later), 'MM') as month_start_date,
        sum(case when both_years.days_later = 0 then both_years.order_count else 0 end) as order_count,
        sum(case when both_years.days_later = 0 then both_years.net_amount else 0 end) as order_amount,
        max(both_years.days_later = 0) as is_active,
        sum(case when both_years.days_later > 0 then both_years.order_count else 0 end) as order_count_last_year,
        sum(case when both_years.days_later > 0 then both_years.net_amount else 0 end) as order_amount_last_year,
        max(both_years.days_later > 0) as was_active
    from both_years
    where date_add(both_years.order_date, both_years.days_later) <= :business_date
    group by
        both_years.company_code,
        both_years.currency_code,
        both_years.source_system,
        both_years.durable_party_id,
        trunc(date_add(both_years.order_date, both_years.days_later), 'MM')
),

judged as (
    select
        months.*,
        months.order_amount - months.order_amount_last_year as difference,
        companies.first_order_date <= date_sub(months.month_start_date, 364) as is_comparable,
        case
            when months.durable_party_id is null then 'LIKE_FOR_LIKE'     -- walk-ins: nobody to be new or lost
            when months.is_active and months.was_active then 'LIKE_FOR_LIKE'
            when months.was_active then 'LOST'
            when customers.first_order_date < date_sub(months.month_start_date, 364) then 'REACTIVATED'
            else 'NEW'
        end as cause
    from customer_months as months
    inner join companies
        on companies.company_code = months.company_code
    left join customers
        on  customers.company_code = months.company_code
        and customers.source_system = months.source_system
        and customers.durable_party_id = months.durable_party_id
)

select
    judged.company_code,
    judged.month_start_date,
    judged.currency_code,
    sum(judged.order_count) as order_count,
    sum(case when judged.is_comparable then judged.order_count_last_year end) as order_count_last_year,
    sum(judged.order_amount) as order_amount,
    sum(case when judged.is_comparable then judged.order_amount_last_year end) as order_amount_last_year,
    sum(case when judged.is_comparable then case when judged.cause = 'LIKE_FOR_LIKE' then judged.difference else 0 end end)
        as like_for_like_amount,
    sum(case when judged.is_comparable then case when judged.cause = 'NEW' then judged.difference else 0 end end)
        as new_amount,
    sum(case when judged.is_comparable then case when judged.cause = 'LOST' then judged.difference else 0 end end)
        as lost_amount,
    sum(case when judged.is_comparable then case when judged.cause = 'REACTIVATED' then judged.difference else 0 end end)
        as reactivated_amount
from judged
group by judged.company_code, judged.month_start_date, judged.currency_code

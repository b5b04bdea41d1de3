-- One row per company, month and currency: orders of the month beside those of the same ISO weeks last year (364 days
-- earlier, so that a Monday meets a Monday), and the difference split by who caused it.
-- The running month is compared with the same days last year, up to the business date.
-- A customer that was merged counts under the number it goes by now, so a merger is neither lost nor new.
with orders as (
    select
        lines.company_code,
        lines.currency_code,
        lines.source_system,
        coalesce(parties.durable_party_id, lines.party_id) as customer_id,
        lines.order_id,
        lines.order_date,
        case when lines.order_type = 'RETURN' then 0 else 1 end as order_count,
        sum(lines.net_amount) as order_amount
    from gold.fact_order_line as lines
    left join gold.dim_party as parties
        on  parties.company_code = lines.company_code
        and parties.party_key = lines.party_key
    where not lines.is_cancelled
        and lines.order_date <= :business_date
    group by
        lines.company_code,
        lines.currency_code,
        lines.source_system,
        coalesce(parties.durable_party_id, lines.party_id),
        lines.order_id,
        lines.order_date,
        lines.order_type
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
        orders.customer_id,
        min(orders.order_date) as first_order_date
    from orders
    group by orders.company_code, orders.source_system, orders.customer_id
),

both_years as (
    select
        orders.company_code,
        orders.currency_code,
        orders.source_system,
        orders.customer_id,
        trunc(orders.order_date, 'MM') as month_start_date,
        orders.order_count,
        orders.order_amount,
        1 as active,
        0 as order_count_last_year,
        cast(0 as decimal(20, 4)) as order_amount_last_year,
        0 as active_last_year
    from orders
    union all
    select
        orders.company_code,
        orders.currency_code,
        orders.source_system,
        orders.customer_id,
        trunc(date_add(orders.order_date, 364), 'MM') as month_start_date,
        0 as order_count,
        cast(0 as decimal(20, 4)) as order_amount,
        0 as active,
        orders.order_count as order_count_last_year,
        orders.order_amount as order_amount_last_year,
        1 as active_last_year
    from orders
    where date_add(orders.order_date, 364) <= :business_date
),

customer_months as (
    select
        both_years.company_code,
        both_years.currency_code,
        both_years.source_system,
        both_years.customer_id,
        both_years.month_start_date,
        sum(both_years.order_count) as order_count,
        sum(both_years.order_amount) as order_amount,
        max(both_years.active) as active,
        sum(both_years.order_count_last_year) as order_count_last_year,
        sum(both_years.order_amount_last_year) as order_amount_last_year,
        max(both_years.active_last_year) as active_last_year
    from both_years
    group by
        both_years.company_code,
        both_years.currency_code,
        both_years.source_system,
        both_years.customer_id,
        both_years.month_start_date
),

judged as (
    select
        months.company_code,
        months.currency_code,
        months.month_start_date,
        months.order_count,
        months.order_amount,
        months.order_count_last_year,
        months.order_amount_last_year,
        months.order_amount - months.order_amount_last_year as difference,
        companies.first_order_date <= date_sub(months.month_start_date, 364) as is_comparable,
        case
            when months.customer_id is null then 'LIKE_FOR_LIKE'     -- walk-ins: nobody to be new or lost
            when months.active = 1 and months.active_last_year = 1 then 'LIKE_FOR_LIKE'
            when months.active_last_year = 1 then 'LOST'
            when customers.first_order_date < date_sub(months.month_start_date, 364) then 'REACTIVATED'
            else 'NEW'
        end as cause
    from customer_months as months
    inner join companies
        on companies.company_code = months.company_code
    left join customers
        on  customers.company_code = months.company_code
        and customers.source_system = months.source_system
        and customers.customer_id = months.customer_id
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

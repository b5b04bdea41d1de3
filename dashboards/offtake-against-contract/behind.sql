-- How many customers are behind (a contract line below 85%), and who is furthest behind in money; also a year before.
with dates as (
    select
        max(as_of_date) as as_of_date,
        max(as_of_date) filter (where as_of_date <= least(:to, :as_of) - interval '1 year') as last_year
    from mart.kpi_contract_fulfilment
    where as_of_date <= least(:to, :as_of)
),

standing as (
    select
        fulfilment.*,
        fulfilment.actual_to_date / nullif(fulfilment.expected_to_date, 0) as share
    from mart.kpi_contract_fulfilment as fulfilment
    cross join dates
    where (:company is null or fulfilment.company_code = :company)
        and fulfilment.as_of_date in (dates.as_of_date, dates.last_year)
        and fulfilment.fulfilment_pct is not null
),

customers as (
    select
        standing.as_of_date,
        standing.company_code,
        standing.party_id,
        max(standing.party_name) as party_name,
        min(standing.share) as share,
        coalesce(sum(standing.shortfall_amount) filter (where standing.share < 0.85), 0) as shortfall_amount
    from standing
    group by standing.as_of_date, standing.company_code, standing.party_id
),

counts as (
    select
        count(*) filter (where customers.as_of_date = dates.as_of_date) as customers,
        count(*) filter (where customers.as_of_date = dates.as_of_date and customers.share < 0.85) as customers_behind,
        sum(customers.shortfall_amount) filter (where customers.as_of_date = dates.as_of_date)
            as total_shortfall_amount,
        case
            when dates.last_year is not null
                then count(*) filter (where customers.as_of_date = dates.last_year and customers.share < 0.85)
        end as customers_behind_last_year
    from dates
    inner join customers on true
    group by dates.as_of_date, dates.last_year
)

select
    counts.customers,
    counts.customers_behind,
    counts.customers_behind_last_year,
    counts.total_shortfall_amount,
    largest.company_code,
    largest.party_name,
    100 * largest.share as fulfilment_percent,
    largest.shortfall_amount,
    true as is_behind,
    case counts.customers_behind when 0 then 'none' when 1 then 'one' else 'some' end as story
from counts
left join lateral (
    select customers.*
    from customers
    inner join dates on dates.as_of_date = customers.as_of_date
    where customers.share < 0.85
    order by customers.shortfall_amount desc, customers.party_id
    limit 1
) as largest on true

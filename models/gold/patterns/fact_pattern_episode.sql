-- One row per customer who is no consumer: all they ordered under any number they ever had, when they are known to be closed, and
-- what the orders of all customers had taught by each day. The detector makes the episodes of it (docs/patterns.md).
-- A false alarm of one customer and direction comes at most once in `threshold` years.
with numbers as (
    select
        parties.source_system,
        parties.company_code,
        parties.party_id as order_party_id,
        coalesce(parties.durable_party_id, parties.party_id) as party_id
    from gold.dim_party as parties
    where parties.is_current
),

customers as (
    select
        numbers.source_system,
        numbers.company_code,
        numbers.party_id,
        sort_array(
            collect_list(
                struct(days.order_date, days.product_group, days.currency_code, days.quantity, days.net_amount)
            )
        ) as orders
    from numbers
    inner join gold.fact_order_day as days
        on  days.source_system = numbers.source_system
        and days.company_code = numbers.company_code
        and days.party_id = numbers.order_party_id
    group by numbers.source_system, numbers.company_code, numbers.party_id
),

closed as (
    select
        numbers.source_system,
        numbers.company_code,
        numbers.party_id,
        sort_array(collect_list(struct(closures.first_date, closures.last_date))) as closures
    from numbers
    inner join silver.closures as closures
        on  closures.of_system = numbers.source_system
        and closures.of_company = numbers.company_code
        and coalesce(closures.party_id, numbers.order_party_id) = numbers.order_party_id
    group by numbers.source_system, numbers.company_code, numbers.party_id
),

editions as (
    select
        editions.of_system,
        editions.of_company,
        sort_array(collect_list(struct(editions.valid_from_date, editions.parameters))) as editions
    from silver.pattern_editions as editions
    group by editions.of_system, editions.of_company
)

select
    customers.source_system,
    customers.company_code,
    customers.party_id,
    parties.segment,
    customers.orders,
    closed.closures,
    editions.editions,
    20 as threshold
from customers
left join editions
    on  editions.of_system = customers.source_system
    and editions.of_company = customers.company_code
left join closed
    on  closed.source_system = customers.source_system
    and closed.company_code = customers.company_code
    and closed.party_id = customers.party_id
left join gold.dim_party as parties
    on  parties.source_system = customers.source_system
    and parties.company_code = customers.company_code
    and parties.party_id = customers.party_id
    and parties.is_current
where coalesce(parties.party_type, 'UNKNOWN') <> 'CONSUMER'

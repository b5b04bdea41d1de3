-- One row per contract line with a commitment: what was ordered on it, and on those before it, by day, when its customer is known to be
-- closed, and what the orders of all customers had taught by each day.
-- The projection to the end of the term makes the episodes of it (docs/patterns.md).
with taken as (
    select
        days.source_system,
        days.company_code,
        days.party_id,
        days.contract_line_id,
        sort_array(collect_list(struct(days.order_date, days.taken))) as orders
    from gold.fact_contract_order_day as days
    group by days.source_system, days.company_code, days.party_id, days.contract_line_id
),

closed as (
    select
        lines.source_system,
        lines.company_code,
        lines.party_id,
        lines.contract_line_id,
        sort_array(collect_list(struct(closures.first_date, closures.last_date))) as closures
    from gold.dim_contract_line as lines
    inner join silver.closures as closures
        on  closures.of_system = lines.source_system
        and closures.of_company = lines.company_code
        and coalesce(closures.party_id, lines.party_id) = lines.party_id
    where lines.is_current
    group by lines.source_system, lines.company_code, lines.party_id, lines.contract_line_id
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
    lines.source_system,
    lines.company_code,
    lines.party_id,
    lines.contract_line_id,
    lines.contract_kind,
    cast(case lines.contract_kind when 'VALUE' then lines.committed_amount else lines.committed_quantity end as decimal(20, 6))
        as committed,
    lines.start_date,
    lines.end_date,
    parties.segment,
    taken.orders,
    closed.closures,
    editions.editions
from gold.dim_contract_line as lines
left join editions
    on  editions.of_system = lines.source_system
    and editions.of_company = lines.company_code
left join taken
    on  taken.source_system = lines.source_system
    and taken.company_code = lines.company_code
    and taken.party_id = lines.party_id
    and taken.contract_line_id = lines.contract_line_id
left join closed
    on  closed.source_system = lines.source_system
    and closed.company_code = lines.company_code
    and closed.party_id = lines.party_id
    and closed.contract_line_id = lines.contract_line_id
left join gold.dim_party as parties
    on  parties.source_system = lines.source_system
    and parties.company_code = lines.company_code
    and parties.party_id = lines.party_id
    and parties.is_current
where
    lines.is_current
    and lines.party_id is not null
    and lines.contract_kind in ('QUANTITY', 'VALUE')

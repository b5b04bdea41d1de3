-- One row per contract line with a commitment: what was ordered on it by day, before its term what was ordered on other contract
-- lines of the same customer for the same article or group, and what the orders of all customers had taught by each day.
-- The projection to the end of the term makes the episodes of it (docs/patterns.md).
with agreed as (
    select
        lines.source_system,
        lines.company_code,
        lines.party_id,
        lines.contract_line_id,
        lines.contract_kind,
        coalesce(lines.product_id, lines.product_group, '') as item,
        case lines.contract_kind when 'VALUE' then lines.currency_code else lines.unit end as counted_unit,
        cast(case lines.contract_kind when 'VALUE' then lines.committed_amount else lines.committed_quantity end as decimal(20, 6))
            as committed,
        lines.start_date,
        lines.end_date
    from gold.dim_contract_line as lines
    where
        lines.is_current
        and lines.party_id is not null
        and lines.contract_kind in ('QUANTITY', 'VALUE')
),

days as (
    select
        agreed.source_system,
        agreed.company_code,
        agreed.contract_line_id,
        orders.order_date,
        sum(
            case agreed.contract_kind
                when 'VALUE' then orders.net_amount
                else orders.quantity_ordered - orders.quantity_cancelled
            end
        ) as taken
    from agreed
    inner join agreed as others
        on  others.source_system = agreed.source_system
        and others.company_code = agreed.company_code
        and others.party_id = agreed.party_id
        and others.contract_kind = agreed.contract_kind
        and others.item = agreed.item
        and others.counted_unit <=> agreed.counted_unit
    inner join gold.fact_order_line as orders
        on  orders.source_system = others.source_system
        and orders.company_code = others.company_code
        and orders.contract_line_id = others.contract_line_id
    where
        not orders.is_cancelled
        and (others.contract_line_id = agreed.contract_line_id or orders.order_date < agreed.start_date)
    group by agreed.source_system, agreed.company_code, agreed.contract_line_id, orders.order_date
),

taken as (
    select
        days.source_system,
        days.company_code,
        days.contract_line_id,
        sort_array(collect_list(struct(days.order_date, cast(days.taken as decimal(20, 6)) as taken))) as orders
    from days
    group by days.source_system, days.company_code, days.contract_line_id
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
    agreed.source_system,
    agreed.company_code,
    agreed.party_id,
    agreed.contract_line_id,
    agreed.contract_kind,
    agreed.committed,
    agreed.start_date,
    agreed.end_date,
    parties.segment,
    taken.orders,
    editions.editions
from agreed
inner join editions
    on  editions.of_system = agreed.source_system
    and editions.of_company = agreed.company_code
left join taken
    on  taken.source_system = agreed.source_system
    and taken.company_code = agreed.company_code
    and taken.contract_line_id = agreed.contract_line_id
left join gold.dim_party as parties
    on  parties.source_system = agreed.source_system
    and parties.company_code = agreed.company_code
    and parties.party_id = agreed.party_id
    and parties.is_current

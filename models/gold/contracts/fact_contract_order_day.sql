-- One row per contract line with a commitment and day: what was ordered on it; before its term, what was ordered on the other
-- contract lines of the same customer for the same article or group, counted the same. What was cancelled or came back is taken off.
-- What was ordered on a line before its term counts on its first day.
with agreed as (
    select
        lines.source_system,
        lines.company_code,
        lines.party_id,
        lines.contract_line_id,
        lines.contract_kind,
        coalesce(lines.product_id, lines.product_group, '') as item,
        case lines.contract_kind when 'VALUE' then lines.currency_code else lines.unit end as counted_unit,
        lines.start_date
    from gold.dim_contract_line as lines
    where
        lines.is_current
        and lines.party_id is not null
        and lines.contract_kind in ('QUANTITY', 'VALUE')
)

select
    agreed.source_system,
    agreed.company_code,
    agreed.party_id,
    agreed.contract_line_id,
    case when others.contract_line_id = agreed.contract_line_id then greatest(orders.order_date, agreed.start_date) else orders.order_date
    end as order_date,
    cast(
        sum(
            case agreed.contract_kind
                when 'VALUE' then orders.net_amount
                else orders.quantity_ordered - orders.quantity_cancelled
            end
        ) as decimal(20, 6)
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
group by
    agreed.source_system, agreed.company_code, agreed.party_id, agreed.contract_line_id,
    case when others.contract_line_id = agreed.contract_line_id then greatest(orders.order_date, agreed.start_date) else orders.order_date
    end

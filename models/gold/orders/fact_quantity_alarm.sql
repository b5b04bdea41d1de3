-- One row per order line for many times what its customer usually orders of the article, and more than ever before.
-- It is told while there is time to ask: until it is delivered, or for some days. Only lines in the same unit are compared.
with lines as (
    select
        orders.*,
        orders.unit_price * (1 - orders.discount_percent / 100) as net_price
    from gold.fact_order_line as orders
    where
        orders.party_id is not null
        and not orders.is_cancelled
        and orders.order_type in ('STANDARD', 'CALL_OFF', 'DEAL')
        and orders.quantity_ordered > 0
),

usual as (
    select
        lines.source_system,
        lines.company_code,
        lines.party_id,
        lines.order_line_id,
        count(*) as earlier_lines,
        max(earlier.quantity_ordered) as greatest_quantity,
        cast(percentile(earlier.quantity_ordered, 0.5) as decimal(20, 4)) as usual_quantity
    from lines
    inner join seed.signal_rules as rules
        on rules.signal_kind = 'QUANTITY_IMPLAUSIBLE'
    inner join lines as earlier
        on  earlier.source_system = lines.source_system
        and earlier.company_code = lines.company_code
        and earlier.party_id = lines.party_id
        and earlier.product_id = lines.product_id
        and earlier.unit <=> lines.unit
        and earlier.order_date < lines.order_date
        and earlier.order_date >= date_sub(lines.order_date, cast(coalesce(rules.window_days, 0) as int))
    group by lines.source_system, lines.company_code, lines.party_id, lines.order_line_id
),

alarms as (
    select
        lines.*,
        usual.usual_quantity,
        rules.signal_kind,
        date_add(lines.order_date, cast(greatest(1, coalesce(rules.keep_days, 7)) as int)) as last_date
    from lines
    inner join usual
        on  usual.source_system = lines.source_system
        and usual.company_code = lines.company_code
        and usual.party_id = lines.party_id
        and usual.order_line_id = lines.order_line_id
    inner join seed.signal_rules as rules
        on  rules.signal_kind = 'QUANTITY_IMPLAUSIBLE'
        and usual.earlier_lines >= coalesce(rules.least_count, 1)
        and lines.quantity_ordered > rules.threshold * usual.usual_quantity
    where
        lines.quantity_ordered > usual.greatest_quantity
        and coalesce(lines.delivered_date > lines.order_date, true)
)

select
    alarms.signal_kind,
    alarms.source_system,
    alarms.company_code,
    alarms.order_line_id,
    alarms.order_id,
    alarms.party_id,
    alarms.order_date as since_date,
    alarms.order_date as alarm_date,
    least(alarms.delivered_date, alarms.last_date) as end_date,
    case when alarms.delivered_date <= alarms.last_date then 'DELIVERED' else 'TOLD_LONG' end as end_reason,
    alarms.usual_quantity as expected_quantity,
    cast(alarms.quantity_ordered as decimal(20, 4)) as observed_quantity,
    cast(round((alarms.quantity_ordered - alarms.usual_quantity) * alarms.net_price, 2) as decimal(20, 4)) as stake_amount,
    alarms.currency_code,
    concat_ws(' ', alarms.product_id, nullif(concat('(', alarms.unit, ')'), '()')) as item
from alarms

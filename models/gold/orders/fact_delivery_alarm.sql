-- One row per order line and way in which its delivery differs from the order: late, short or over.
-- A line that was promised for a day to come is late some days after that, if it does not come; what was delivered is not taken
-- for all of it before the promised day. What was short is cancelled by many systems: it is held against what was ordered.
with lines as (
    select
        orders.*,
        case when orders.delivered_date is not null then greatest(orders.delivered_date, orders.promised_date) end as complete_date,
        orders.unit_price * (1 - orders.discount_percent / 100) as net_price,
        cast(orders.quantity_ordered - orders.quantity_cancelled as decimal(20, 6)) as wanted_quantity
    from gold.fact_order_line as orders
    where
        orders.party_id is not null
        and not orders.is_cancelled
        and orders.order_type in ('STANDARD', 'CALL_OFF', 'DEAL')
        and orders.quantity_ordered > 0
),

-- What may be told of each: its kind, what it is about, the day it counts from, the day it is put right, how much it differs.
kinds as (
    select
        lines.*,
        what.*
    from lines
    lateral view stack(
        3,
        case when wanted_quantity > 0 then 'DELIVERED_LATE' end, order_id, promised_date, delivered_date, wanted_quantity,
        case when quantity_delivered < quantity_ordered then 'DELIVERED_SHORT' end, '', complete_date, cast(null as date),
        cast(quantity_ordered - quantity_delivered as decimal(20, 6)),
        case when quantity_delivered > quantity_ordered then 'DELIVERED_OVER' end, '', complete_date, cast(null as date),
        cast(quantity_delivered - quantity_ordered as decimal(20, 6))
    ) what as signal_kind, subject, due_date, done_date, different_quantity
    where what.signal_kind is not null and what.due_date is not null
),

alarms as (
    select
        kinds.*,
        date_add(kinds.due_date, cast(coalesce(rules.wait_days, 0) as int)) as alarm_date,
        cast(greatest(1, coalesce(rules.keep_days, 30)) as int) as keep_days
    from kinds
    inner join seed.signal_rules as rules
        on  rules.signal_kind = kinds.signal_kind
        and kinds.different_quantity > coalesce(rules.threshold, 0) * kinds.quantity_ordered
)

select
    alarms.signal_kind,
    alarms.source_system,
    alarms.company_code,
    alarms.order_id,
    alarms.order_line_id,
    alarms.party_id,
    alarms.subject,
    alarms.due_date as since_date,
    alarms.alarm_date,
    least(alarms.done_date, date_add(alarms.alarm_date, alarms.keep_days)) as end_date,
    case when alarms.done_date <= date_add(alarms.alarm_date, alarms.keep_days) then 'DELIVERED' else 'TOLD_LONG' end as end_reason,
    cast(round(alarms.different_quantity * alarms.net_price, 2) as decimal(20, 4)) as stake_amount,
    alarms.currency_code,
    concat(
        alarms.order_line_id, ' ', alarms.product_id, ' ',
        format_number(alarms.quantity_delivered, '0.##'), '/', format_number(alarms.quantity_ordered, '0.##')
    ) as item
from alarms
where alarms.done_date is null or alarms.done_date > alarms.alarm_date

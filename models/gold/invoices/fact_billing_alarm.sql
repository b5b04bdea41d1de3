-- One row per order line and kind of difference between what was ordered, delivered and invoiced of it.
-- Not invoiced: delivered, and neither the invoices nor the order say that it was invoiced. Invoiced too much: more than was ordered
-- and not cancelled; what is too little is not invoiced yet. Another price: the mean over the invoices of the line.
with lines as (
    select
        placed.*,
        billing.invoiced_quantity,
        billing.invoiced_amount,
        billing.first_invoiced_date,
        billing.last_invoiced_date,
        billing.last_credited_date,
        billing.invoiced_quantity + billing.credited_quantity as kept_quantity,
        placed.quantity_ordered - placed.quantity_cancelled as wanted_quantity,
        placed.unit_price * (1 - placed.discount_percent / 100) as agreed_price,
        greatest(coalesce(billing.invoiced_quantity, 0), coalesce(placed.quantity_invoiced, 0)) as seen_quantity,
        to_date(orders.cancelled_at) as cancelled_date
    from gold.fact_order_line as placed
    left join silver.orders as orders
        on  orders.source_system = placed.source_system
        and orders.company_code = placed.company_code
        and orders.order_id = placed.order_id
    left join gold.fact_order_line_billing as billing
        on  billing.source_system = placed.source_system
        and billing.company_code = placed.company_code
        and billing.order_line_id = placed.order_line_id
        and billing.currency_code = placed.currency_code
    where placed.order_type <> 'RETURN' and placed.quantity_ordered > 0
),

-- At the prices of the order; of what was invoiced late nothing was seen when it was told.
valued as (
    select
        lines.*,
        cast(lines.quantity_delivered * lines.agreed_price as decimal(20, 4)) as delivered_worth,
        cast(
            case when lines.invoiced_quantity >= lines.quantity_delivered then 0 else lines.seen_quantity end * lines.agreed_price
            as decimal(20, 4)
        ) as seen_worth,
        cast(lines.invoiced_quantity * lines.agreed_price as decimal(20, 4)) as invoiced_worth,
        cast(lines.wanted_quantity * lines.agreed_price as decimal(20, 4)) as wanted_worth
    from lines
),

-- What may be told of each: its kind, the day it counts from, the day it was put right, how, what was to be, and what is.
kinds as (
    select
        valued.*,
        what.*
    from valued
    lateral view stack(
        3,
        case when quantity_delivered > 0 and not is_cancelled then 'NOT_INVOICED' end, delivered_date,
        case
            when invoiced_quantity >= quantity_delivered then last_invoiced_date
            when seen_quantity >= quantity_delivered then delivered_date
        end,
        'INVOICED', delivered_worth, seen_worth,
        case when invoiced_quantity > 0 and not is_cancelled then 'INVOICED_PRICE' end, first_invoiced_date,
        case when last_credited_date > first_invoiced_date then last_credited_date end,
        'CREDITED', invoiced_worth, invoiced_amount,
        case when invoiced_quantity > wanted_quantity then 'INVOICED_QUANTITY' end, greatest(last_invoiced_date, cancelled_date),
        case when kept_quantity <= wanted_quantity then last_credited_date end,
        'CREDITED', wanted_worth, invoiced_worth
    ) what as signal_kind, from_date, done_date, done_by, expected_worth, observed_worth
    where what.signal_kind is not null and what.from_date is not null
),

alarms as (
    select
        kinds.*,
        date_add(kinds.from_date, cast(coalesce(rules.wait_days, 0) as int)) as alarm_date,
        cast(greatest(1, coalesce(rules.keep_days, 90)) as int) as keep_days,
        cast(round(abs(kinds.observed_worth - kinds.expected_worth), 2) as decimal(20, 4)) as stake_amount
    from kinds
    inner join seed.signal_rules as rules
        on  rules.signal_kind = kinds.signal_kind
        and abs(kinds.observed_worth - kinds.expected_worth) > coalesce(rules.floor_amount, 0)
        and abs(kinds.observed_worth - kinds.expected_worth) > coalesce(rules.threshold, 0) * abs(kinds.expected_worth)
)

select
    alarms.signal_kind,
    alarms.source_system,
    alarms.company_code,
    alarms.order_id,
    alarms.order_line_id,
    coalesce(alarms.party_id, '') as party_id,
    alarms.from_date as since_date,
    alarms.alarm_date,
    least(alarms.done_date, date_add(alarms.alarm_date, alarms.keep_days)) as end_date,
    case when alarms.done_date <= date_add(alarms.alarm_date, alarms.keep_days) then alarms.done_by else 'TOLD_LONG' end as end_reason,
    cast(round(alarms.expected_worth, 2) as decimal(20, 4)) as expected_amount,
    cast(round(alarms.observed_worth, 2) as decimal(20, 4)) as observed_amount,
    alarms.stake_amount,
    alarms.currency_code
from alarms
where alarms.done_date is null or alarms.done_date > alarms.alarm_date

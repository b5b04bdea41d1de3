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

spaced as (
    select
        lines.*,
        max(lines.quantity_ordered) over year_before as greatest_of_year,
        min(lines.quantity_ordered) over before as least_quantity
    from lines
    window
        year_before as (
            partition by lines.source_system, lines.company_code, lines.party_id, lines.product_id, lines.unit
            order by unix_date(lines.order_date) range between 365 preceding and 1 preceding
        ),
        before as (
            partition by lines.source_system, lines.company_code, lines.party_id, lines.product_id, lines.unit
            order by unix_date(lines.order_date) range between unbounded preceding and 1 preceding
        )
),

-- What can be told at all: only for these the middle one of the lines before is looked for, which is dear in a long history.
candidates as (
    select
        spaced.*,
        rules.signal_kind,
        rules.threshold,
        coalesce(rules.window_days, 0) as window_days,
        coalesce(rules.least_count, 1) as least_count,
        date_add(spaced.order_date, cast(greatest(1, coalesce(rules.keep_days, 7)) as int)) as last_date
    from spaced
    inner join seed.signal_rules as rules
        on  rules.signal_kind = 'QUANTITY_IMPLAUSIBLE'
        and spaced.quantity_ordered > rules.threshold * spaced.least_quantity
        and (coalesce(rules.window_days, 0) < 365 or coalesce(spaced.quantity_ordered > spaced.greatest_of_year, true))
    where coalesce(spaced.delivered_date > spaced.order_date, true)
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
    from candidates as lines
    inner join lines as earlier
        on  earlier.source_system = lines.source_system
        and earlier.company_code = lines.company_code
        and earlier.party_id = lines.party_id
        and earlier.product_id = lines.product_id
        and earlier.unit <=> lines.unit
        and earlier.order_date < lines.order_date
        and earlier.order_date >= date_sub(lines.order_date, cast(lines.window_days as int))
    group by lines.source_system, lines.company_code, lines.party_id, lines.order_line_id
),

alarms as (
    select
        lines.*,
        usual.usual_quantity
    from candidates as lines
    inner join usual
        on  usual.source_system = lines.source_system
        and usual.company_code = lines.company_code
        and usual.party_id = lines.party_id
        and usual.order_line_id = lines.order_line_id
        and usual.earlier_lines >= lines.least_count
        and lines.quantity_ordered > lines.threshold * usual.usual_quantity
        and lines.quantity_ordered > usual.greatest_quantity
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

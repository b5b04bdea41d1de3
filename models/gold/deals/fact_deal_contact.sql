-- One row per deal and day after its first order: the orders and the complaints and questions it had by the end of that day.
-- Days are those of 24 hours from the first order on. A cancelled order counts: who cancels asks too.
with orders as (
    select
        lines.source_system,
        lines.company_code,
        lines.deal_id,
        lines.order_id,
        min(lines.ordered_at) as ordered_at,
        min(lines.order_date) as order_date,
        min(lines.currency_code) as currency_code
    from gold.fact_order_line as lines
    where lines.deal_id is not null and lines.order_type <> 'RETURN'
    group by lines.source_system, lines.company_code, lines.deal_id, lines.order_id
),

starts as (
    select
        orders.source_system,
        orders.company_code,
        orders.deal_id,
        min(orders.ordered_at) as started_at,
        min(orders.order_date) as start_date,
        min(orders.currency_code) as currency_code
    from orders
    group by orders.source_system, orders.company_code, orders.deal_id
),

days as (
    select
        starts.*,
        explode(sequence(1, cast(greatest(1, coalesce(rules.window_days, 1)) as int))) as day_number
    from starts
    inner join seed.signal_rules as rules on rules.signal_kind = 'CONTACT_SPIKE'
),

events as (
    select orders.source_system, orders.company_code, orders.deal_id, orders.ordered_at as happened_at, 1 as orders, 0 as contacts
    from orders

    union all

    select tickets.source_system, tickets.company_code, tickets.deal_id, tickets.created_at as happened_at, 0 as orders, 1 as contacts
    from gold.fact_ticket as tickets
    where tickets.deal_id is not null and tickets.ticket_type in ('COMPLAINT', 'QUESTION')
)

select
    days.source_system,
    days.company_code,
    days.deal_id,
    cast(days.day_number as bigint) as day_number,
    days.start_date,
    days.currency_code,
    sum(events.orders) as order_count,
    sum(events.contacts) as contact_count
from days
inner join events
    on  events.source_system = days.source_system
    and events.company_code = days.company_code
    and events.deal_id = days.deal_id
    and events.happened_at < timestampadd(day, days.day_number, days.started_at)
group by
    days.source_system, days.company_code, days.deal_id, days.day_number, days.start_date, days.currency_code

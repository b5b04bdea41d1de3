-- One row per order that may have been placed twice: its reference stands on an order of the days before, or all its articles and
-- quantities are those of one of the hours before. An order that was cancelled by then is no such order, and when either of them is
-- cancelled it is over.
-- A reference that many orders carry is no number of one order.
with orders as (
    select
        lines.source_system,
        lines.company_code,
        lines.party_id,
        lines.order_id,
        min(lines.ordered_at) as ordered_at,
        min(lines.order_date) as order_date,
        min(headers.cancelled_at) as cancelled_at,
        max(lines.delivered_date) as delivered_date,
        nullif(trim(min(headers.customer_reference)), '') as reference,
        to_json(sort_array(collect_list(struct(lines.product_id, lines.unit, lines.quantity_ordered)))) as content,
        cast(
            sum(lines.quantity_ordered * lines.unit_price * (1 - lines.discount_percent / 100)) as decimal(20, 4)
        ) as ordered_amount,
        min(lines.currency_code) as currency_code
    from gold.fact_order_line as lines
    inner join silver.orders as headers
        on  headers.source_system = lines.source_system
        and headers.company_code = lines.company_code
        and headers.order_id = lines.order_id
    where
        lines.party_id is not null
        and lines.order_type in ('STANDARD', 'CALL_OFF', 'DEAL')
    group by lines.source_system, lines.company_code, lines.party_id, lines.order_id
),

marks as (
    select
        orders.*,
        'REFERENCE_TWICE' as signal_kind,
        orders.reference as mark,
        count(*) over (
            partition by orders.source_system, orders.company_code, orders.party_id, orders.reference
        ) as bearers
    from orders
    where orders.reference is not null
    union all
    select orders.*, 'ORDER_TWICE', orders.content, 1 from orders
),

pairs as (
    select
        later.source_system,
        later.company_code,
        later.party_id,
        later.order_id,
        later.signal_kind,
        max(rules.keep_days) as keep_days,
        max(
            struct(
                earlier.ordered_at, earlier.order_id as order_id, earlier.order_date as order_date, later.order_date as later_date,
                later.delivered_date as delivered_date,
                least(to_date(earlier.cancelled_at), to_date(later.cancelled_at)) as cancelled_date,
                later.ordered_amount as ordered_amount, later.currency_code as currency_code
            )
        ) as newest
    from marks as later
    inner join marks as earlier
        on  earlier.source_system = later.source_system
        and earlier.company_code = later.company_code
        and earlier.party_id = later.party_id
        and earlier.signal_kind = later.signal_kind
        and earlier.mark = later.mark
        and struct(earlier.ordered_at, earlier.order_id) < struct(later.ordered_at, later.order_id)
        and coalesce(earlier.cancelled_at > later.ordered_at, true)
    inner join seed.signal_rules as rules
        on rules.signal_kind = later.signal_kind
    where
        unix_timestamp(later.ordered_at) - unix_timestamp(earlier.ordered_at) < coalesce(rules.window_days, 0) * 86400
        and later.bearers <= coalesce(rules.threshold, later.bearers)
    group by later.source_system, later.company_code, later.party_id, later.order_id, later.signal_kind
),

alarms as (
    select
        pairs.*,
        date_add(pairs.newest.later_date, cast(greatest(1, coalesce(pairs.keep_days, 7)) as int)) as last_date,
        least(pairs.newest.delivered_date, pairs.newest.cancelled_date) as done_date
    from pairs
)

select
    alarms.signal_kind,
    alarms.source_system,
    alarms.company_code,
    alarms.order_id,
    alarms.party_id,
    alarms.newest.order_date as since_date,
    alarms.newest.later_date as alarm_date,
    least(alarms.done_date, alarms.last_date) as end_date,
    case
        when coalesce(alarms.done_date > alarms.last_date, true) then 'TOLD_LONG'
        when alarms.done_date = alarms.newest.cancelled_date then 'CANCELLED'
        else 'DELIVERED'
    end as end_reason,
    alarms.newest.ordered_amount as stake_amount,
    alarms.newest.currency_code as currency_code,
    alarms.newest.order_id as item
from alarms
where coalesce(alarms.done_date > alarms.newest.later_date, true)

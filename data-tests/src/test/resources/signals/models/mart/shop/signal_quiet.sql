-- One row per time that a customer was quiet for thirty days, or will be.
with orders as (
    select
        customers.source_system,
        customers.company_code,
        customers.customer_id,
        lines.ordered_date,
        cast(sum(lines.net_amount) as decimal(20, 4)) as net_amount
    from gold.fact_order_line as lines
    join gold.dim_customer as customers on customers.customer_key = lines.customer_key
    group by customers.source_system, customers.company_code, customers.customer_id, lines.ordered_date
),

gaps as (
    select
        orders.*,
        lead(orders.ordered_date) over (
            partition by orders.source_system, orders.company_code, orders.customer_id
            order by orders.ordered_date
        ) as next_date
    from orders
)

select
    'QUIET' as rule_code,
    'CADENCE' as signal_kind,
    gaps.source_system,
    gaps.company_code,
    gaps.customer_id as party_id,
    '' as subject,
    gaps.ordered_date as since_date,
    date_add(gaps.ordered_date, 30) as alarm_date,
    gaps.next_date as closed_date,
    case when gaps.next_date is not null then 'ORDERED' end as closed_reason,
    cast(null as string) as party_name,
    1L as rep_key,
    cast(null as string) as rep_name,
    'REP' as recipient,
    cast(null as double) as probability,
    cast(null as double) as chance,
    gaps.net_amount as stake_amount,
    cast(null as decimal(20, 4)) as stake_low_amount,
    cast(null as decimal(20, 4)) as stake_high_amount,
    cast(null as decimal(20, 4)) as predicted_amount,
    'EUR' as currency_code,
    cast(null as string) as cause_code,
    'CALL' as action_code,
    concat(gaps.customer_id, ' bestelde het laatst op ', gaps.ordered_date) as text_nl,
    concat(gaps.customer_id, ' last ordered on ', gaps.ordered_date) as text_en
from gaps
where gaps.next_date is null or gaps.next_date > date_add(gaps.ordered_date, 30)

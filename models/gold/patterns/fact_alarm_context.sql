-- One row per customer and day of an alarm, of their purchase pattern or of a contract line: who answered for the customer on that
-- day, and what may have caused it.
-- A line is late when it came more than a week after the promised day, or has not come a week after it.
-- Causes are looked for from 45 days before the change on.
with episodes as (
    select patterns.source_system, patterns.company_code, patterns.party_id, patterns.alarm_date, patterns.since_date
    from gold.fact_pattern_episode as patterns
    union all
    select contracts.source_system, contracts.company_code, contracts.party_id, contracts.alarm_date, contracts.since_date
    from gold.fact_contract_episode as contracts
),

alarms as (
    select
        episodes.source_system,
        episodes.company_code,
        episodes.party_id,
        episodes.alarm_date,
        min(episodes.since_date) as since_date
    from episodes
    group by episodes.source_system, episodes.company_code, episodes.party_id, episodes.alarm_date
),

reps as (
    select
        alarms.source_system,
        alarms.company_code,
        alarms.party_id,
        alarms.alarm_date,
        max(struct(assignments.weight, assignments.employee_id)).employee_id as rep_id
    from alarms
    inner join gold.bridge_customer_rep as assignments
        on  assignments.source_system = alarms.source_system
        and assignments.company_code = alarms.company_code
        and assignments.party_id = alarms.party_id
        and alarms.alarm_date >= assignments.valid_from_date
        and alarms.alarm_date < assignments.valid_to_date
    group by alarms.source_system, alarms.company_code, alarms.party_id, alarms.alarm_date
),

deliveries as (
    select
        alarms.source_system,
        alarms.company_code,
        alarms.party_id,
        alarms.alarm_date,
        count(distinct lines.order_id) as late_order_count
    from alarms
    inner join gold.fact_order_line as lines
        on  lines.source_system = alarms.source_system
        and lines.company_code = alarms.company_code
        and lines.party_id = alarms.party_id
        and lines.promised_date between date_sub(alarms.since_date, 45) and date_sub(alarms.alarm_date, 8)
    where
        not lines.is_cancelled
        and lines.order_type <> 'RETURN'
        and lines.quantity_ordered > lines.quantity_cancelled
        and datediff(least(coalesce(lines.delivered_date, alarms.alarm_date), alarms.alarm_date), lines.promised_date) > 7
    group by alarms.source_system, alarms.company_code, alarms.party_id, alarms.alarm_date
),

complaints as (
    select
        alarms.source_system,
        alarms.company_code,
        alarms.party_id,
        alarms.alarm_date,
        max(struct(tickets.created_date, tickets.ticket_id)) as newest
    from alarms
    inner join gold.fact_ticket as tickets
        on  tickets.source_system = alarms.source_system
        and tickets.company_code = alarms.company_code
        and tickets.party_id = alarms.party_id
        and tickets.created_date between date_sub(alarms.since_date, 45) and alarms.alarm_date
    where
        tickets.ticket_type = 'COMPLAINT'
        and (tickets.solved_date is null or tickets.solved_date > alarms.alarm_date)
    group by alarms.source_system, alarms.company_code, alarms.party_id, alarms.alarm_date
),

-- Of several contract lines the one that is likeliest to end short, as told on the last Sunday.
contracts as (
    select
        alarms.source_system,
        alarms.company_code,
        alarms.party_id,
        alarms.alarm_date,
        max(struct(projections.probability_short, projections.contract_line_id)) as likeliest
    from alarms
    inner join gold.fact_contract_projection as projections
        on  projections.source_system = alarms.source_system
        and projections.company_code = alarms.company_code
        and projections.party_id = alarms.party_id
        and projections.as_of_date = date_sub(alarms.alarm_date, dayofweek(alarms.alarm_date) - 1)
    where projections.probability_short is not null
    group by alarms.source_system, alarms.company_code, alarms.party_id, alarms.alarm_date
)

select
    alarms.source_system,
    alarms.company_code,
    alarms.party_id,
    alarms.alarm_date,
    reps.rep_id,
    coalesce(deliveries.late_order_count, 0) as late_order_count,
    complaints.newest.ticket_id as complaint_id,
    complaints.newest.created_date as complaint_date,
    contracts.likeliest.contract_line_id as contract_line_id,
    contracts.likeliest.probability_short as probability_short
from alarms
left join reps using (source_system, company_code, party_id, alarm_date)
left join deliveries using (source_system, company_code, party_id, alarm_date)
left join complaints using (source_system, company_code, party_id, alarm_date)
left join contracts using (source_system, company_code, party_id, alarm_date)

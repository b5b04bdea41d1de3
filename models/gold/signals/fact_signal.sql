-- One row per signal that was told: when it was raised, seen, acted upon and over, and the latest said of cause, action and outcome.
-- What was said is in the order of its day, its hour where that is known, and its number.
with said as (
    select
        followups.*,
        struct(followups.said_date, followups.said_at, followups.followup_id) as moment
    from gold.fact_signal_followup as followups
),

followed as (
    select
        said.signal_id,
        min(said.said_date) as acknowledged_date,
        min(case when said.followup_status in ('ACTED', 'DONE') then said.said_date end) as acted_date,
        max(case when said.followup_status in ('DONE', 'FALSE_ALARM') then said.said_date end) as done_date,
        count(*) as followup_count,
        max(struct(said.moment, said.followup_status)).followup_status as followup_status,
        max(case when said.cause_code is not null then struct(said.moment, said.cause_code) end).cause_code as cause_code,
        max(case when said.action_code is not null then struct(said.moment, said.action_code) end).action_code as action_code,
        max(case when said.outcome_code is not null then struct(said.moment, said.outcome_code) end).outcome_code as outcome_code,
        max(case when said.expected_amount is not null then struct(said.moment, said.expected_amount) end).expected_amount
            as expected_amount
    from said
    group by said.signal_id
),

standing as (
    select
        events.signal_id,
        max(struct(events.event_number, events.event, events.event_date, events.event_reason)) as last
    from silver.signal_events as events
    group by events.signal_id
)

select
    signals.signal_id,
    signals.rule_code,
    signals.signal_kind,
    signals.of_system as source_system,
    signals.of_company as company_code,
    signals.party_id,
    coalesce(parties.party_key, 0) as party_key,
    signals.subject,
    coalesce(employees.employee_key, 0) as rep_key,
    signals.recipient,
    signals.since_date,
    signals.alarm_date,
    signals.raised_date,
    due.calendar_date as acknowledge_due_date,
    followed.acknowledged_date,
    seen.working_day_number - raised.working_day_number as acknowledge_working_days,
    followed.acted_date,
    followed.done_date,
    case when standing.last.event in ('CLOSED', 'WITHDRAWN') then standing.last.event_date end as ended_date,
    case when standing.last.event in ('CLOSED', 'WITHDRAWN')
        then coalesce(case standing.last.event when 'CLOSED' then standing.last.event_reason end, standing.last.event) end as ended_reason,
    coalesce(followed.followup_status, 'NOT_YET') as followup_status,
    followed.cause_code,
    followed.action_code,
    followed.outcome_code,
    coalesce(followed.followup_count, 0) as followup_count,
    signals.probability,
    signals.stake_amount,
    signals.predicted_amount,
    signals.hold_out_stratum,
    signals.held_out_until_date,
    followed.expected_amount,
    signals.currency_code
from silver.signals as signals
left join standing
    on standing.signal_id = signals.signal_id
left join followed
    on followed.signal_id = signals.signal_id
left join gold.dim_party as parties
    on  parties.source_system = signals.of_system
    and parties.company_code = signals.of_company
    and parties.party_id = signals.party_id
    and signals.raised_date >= parties.valid_from_date
    and signals.raised_date < parties.valid_to_date
left join gold.dim_employee as employees
    on employees.employee_key = signals.rep_key
left join gold.dim_date as raised
    on raised.calendar_date = signals.raised_date
left join gold.dim_date as due
    on  due.working_day_number = raised.working_day_number + 3
    and due.is_working_day
left join gold.dim_date as seen
    on seen.calendar_date = followed.acknowledged_date

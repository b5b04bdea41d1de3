-- One row per ticket and kind of signal that is due of it: from which day on it is told, and until when.
-- Days to wait are working days; the day of an instant is that in UTC. What was promised, or is due by the rule, is told from
-- the day before it on, so that it is heard of on the morning of the day itself.
with tickets as (
    select
        asked.*,
        credited.credited_date,
        case when asked.priority = 'HIGH' then '_HIGH' else '' end as of_priority,
        asked.ticket_type = 'COMPLAINT' as is_complaint,
        asked.ticket_type like 'REPAIR%' as is_repair,
        coalesce(asked.solved_date, asked.created_date) as ended_date,
        case when asked.first_reply_at is null then asked.solved_date else greatest(to_date(asked.first_reply_at), asked.created_date) end
            as replied_date,
        case when asked.rep_informed_at is not null then greatest(to_date(asked.rep_informed_at), asked.created_date) end as informed_date,
        cast(null as date) as no_date
    from gold.fact_ticket as asked
    left join gold.fact_ticket_credit as credited
        on  credited.source_system = asked.source_system
        and credited.company_code = asked.company_code
        and credited.ticket_id = asked.ticket_id
),

-- What may be told of each: its kind, the day it counts from, the day promised, the day it was done, what was done.
kinds as (
    select
        tickets.*,
        what.*
    from tickets
    lateral view stack(
        7,
        case when not is_repair then concat('REPLY_LATE', of_priority) end, created_date, no_date, replied_date, 'ANSWERED',
        case when not is_repair or promised_date is not null then concat('SOLUTION_LATE', of_priority) end,
        created_date, promised_date, solved_date, 'SOLVED',
        case when is_complaint and (reason_code is null or order_id is null) then 'COMPLAINT_INCOMPLETE' end,
        created_date, no_date, no_date, '',
        case when is_complaint and rep_key <> 0 then 'REP_NOT_INFORMED' end, created_date, no_date, informed_date, 'INFORMED',
        case when is_complaint and cost_amount > 0 then 'CREDIT_TO_COME' end, solved_date, no_date, credited_date, 'CREDITED',
        case when csat_score is not null then 'BAD_SCORE' end, ended_date, no_date, no_date, '',
        case when cost_amount > 0 then 'COMPENSATION' end, ended_date, no_date, no_date, ''
    ) what as signal_kind, from_date, agreed_date, done_date, done_by
    where what.signal_kind is not null and what.from_date is not null
),

due as (
    select
        kinds.*,
        rules.rule_code,
        rules.keep_days,
        coalesce(kinds.agreed_date, days.calendar_date, kinds.from_date) as due_date
    from kinds
    inner join seed.signal_rules as rules on rules.signal_kind = kinds.signal_kind
    left join gold.dim_date as opened on opened.calendar_date = kinds.from_date
    left join gold.dim_date as days
        on  days.working_day_number = opened.working_day_number + rules.wait_days
        and days.is_working_day
    where
        (kinds.signal_kind <> 'BAD_SCORE' or kinds.csat_score <= rules.threshold)
        and (kinds.signal_kind <> 'COMPENSATION' or kinds.cost_amount > coalesce(rules.floor_amount, 0))
),

alarms as (
    select
        due.*,
        case
            when due.rule_code = 'D21' then greatest(due.from_date, date_sub(due.due_date, 1))
            else due.due_date
        end as alarm_date
    from due
)

select
    alarms.signal_kind,
    alarms.source_system,
    alarms.company_code,
    alarms.ticket_id,
    coalesce(alarms.party_id, '') as party_id,
    alarms.from_date as since_date,
    case when alarms.rule_code = 'D21' then alarms.due_date else alarms.from_date end as item_date,
    alarms.alarm_date,
    least(alarms.done_date, date_add(alarms.alarm_date, cast(alarms.keep_days as int))) as end_date,
    case
        when alarms.done_date <= date_add(alarms.alarm_date, cast(coalesce(alarms.keep_days, 99999) as int)) then alarms.done_by
        when alarms.keep_days is not null then 'TOLD_LONG'
    end as end_reason,
    alarms.csat_score,
    case when alarms.signal_kind in ('CREDIT_TO_COME', 'COMPENSATION') then alarms.cost_amount end as stake_amount,
    alarms.currency_code
from alarms
where alarms.done_date is null or alarms.done_date > alarms.alarm_date

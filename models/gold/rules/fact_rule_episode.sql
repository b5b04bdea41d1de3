-- One row per customer, subject and time through which one kind of signal of service or finance is told without a break.
-- What comes while something is told joins it; what comes on the day that ends it is another one. Who is told is who answered
-- for the first of it, and amounts in several currencies are not added up.
with days as (
    select
        alarms.signal_kind, alarms.source_system, alarms.company_code, alarms.party_id, alarms.subject, alarms.alarm_date,
        min(alarms.since_date) as since_date,
        max(struct(coalesce(alarms.end_date, date'9999-12-31') as day, alarms.end_reason as reason)) as ending,
        min(struct(alarms.item, alarms.rep_key)).rep_key as rep_key,
        min(alarms.cause_code) as cause_code,
        min(alarms.chance) as chance,
        sum(alarms.stake_amount) as stake_amount,
        sum(alarms.expected) as expected,
        sum(alarms.observed) as observed,
        min(alarms.currency_code) as currency_code,
        max(alarms.currency_code) as last_currency_code,
        sort_array(collect_list(concat(cast(alarms.item_date as string), ' ', alarms.item))) as items
    from gold.fact_rule_alarm as alarms
    group by
        alarms.signal_kind, alarms.source_system, alarms.company_code, alarms.party_id, alarms.subject, alarms.alarm_date
),

followed as (
    select
        days.*,
        max(days.ending.day) over (
            partition by days.signal_kind, days.source_system, days.company_code, days.party_id, days.subject
            order by days.alarm_date
            rows between unbounded preceding and 1 preceding
        ) as told_until_date
    from days
),

numbered as (
    select
        followed.*,
        count(case when followed.alarm_date < followed.told_until_date then null else 1 end) over (
            partition by followed.signal_kind, followed.source_system, followed.company_code, followed.party_id, followed.subject
            order by followed.alarm_date
        ) as episode_number
    from followed
)

select
    numbered.signal_kind,
    numbered.source_system,
    numbered.company_code,
    numbered.party_id,
    numbered.subject,
    min(numbered.since_date) as since_date,
    min(numbered.alarm_date) as alarm_date,
    nullif(max(numbered.ending).day, date'9999-12-31') as closed_date,
    max(numbered.ending).reason as closed_reason,
    min(struct(numbered.alarm_date, numbered.rep_key)).rep_key as rep_key,
    min(struct(numbered.alarm_date, numbered.cause_code)).cause_code as cause_code,
    min(numbered.chance) as chance,
    case
        when min(numbered.currency_code) = max(numbered.last_currency_code) then cast(sum(numbered.stake_amount) as decimal(20, 4))
    end as stake_amount,
    cast(sum(numbered.expected) as decimal(20, 4)) as expected,
    cast(sum(numbered.observed) as decimal(20, 4)) as observed,
    min(numbered.currency_code) as currency_code,
    sum(size(numbered.items)) as item_count,
    array_join(flatten(sort_array(collect_list(numbered.items))), '|') as items
from numbered
group by
    numbered.signal_kind, numbered.source_system, numbered.company_code, numbered.party_id, numbered.subject,
    numbered.episode_number

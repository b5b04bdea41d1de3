-- One row per customer, subject and time through which one kind of signal is told by rule without a break, from the day on which
-- it adds up to the sum of its rule.
-- What comes while something is told joins it; what comes on the day that ends it is another one, and so is what adds up in another
-- month. It is told with what there is on that day, for what is due later may still be put right. Amounts in several currencies are
-- not added up.
with days as (
    select
        alarms.signal_kind, alarms.source_system, alarms.company_code, alarms.party_id, alarms.subject, alarms.alarm_date,
        coalesce(min(rules.sum_amount), 0) as least_amount,
        case when min(rules.sum_amount) is not null then trunc(alarms.alarm_date, 'MM') end as month_date,
        min(alarms.since_date) as since_date,
        max(struct(coalesce(alarms.end_date, date'9999-12-31') as day, alarms.end_reason as reason)) as ending,
        min(alarms.cause_code) as cause_code,
        min(alarms.chance) as chance,
        sum(alarms.stake_amount) as stake_amount,
        sum(alarms.expected) as expected,
        sum(alarms.observed) as observed,
        min(alarms.currency_code) as currency_code,
        max(alarms.currency_code) as last_currency_code,
        sort_array(collect_list(concat(cast(alarms.item_date as string), ' ', alarms.item))) as items
    from gold.fact_rule_alarm as alarms
    inner join seed.signal_rules as rules
        on rules.signal_kind = alarms.signal_kind
    group by
        alarms.signal_kind, alarms.source_system, alarms.company_code, alarms.party_id, alarms.subject, alarms.alarm_date
),

followed as (
    select
        days.*,
        max(days.ending.day) over (
            partition by days.signal_kind, days.source_system, days.company_code, days.party_id, days.subject, days.month_date
            order by days.alarm_date
            rows between unbounded preceding and 1 preceding
        ) as told_until_date
    from days
),

numbered as (
    select
        followed.*,
        count(case when followed.alarm_date < followed.told_until_date then null else 1 end) over (
            partition by followed.signal_kind, followed.source_system, followed.company_code, followed.party_id, followed.subject,
                followed.month_date
            order by followed.alarm_date
        ) as episode_number
    from followed
),

summed as (
    select
        numbered.*,
        coalesce(
            sum(numbered.stake_amount) over (
                partition by
                    numbered.signal_kind, numbered.source_system, numbered.company_code, numbered.party_id, numbered.subject,
                    numbered.month_date, numbered.episode_number
                order by numbered.alarm_date
            ), 0
        ) as amount_to_date
    from numbered
),

due as (
    select
        summed.*,
        min(case when summed.amount_to_date >= summed.least_amount then summed.alarm_date end) over (
            partition by
                summed.signal_kind, summed.source_system, summed.company_code, summed.party_id, summed.subject, summed.month_date,
                summed.episode_number
        ) as told_date
    from summed
)

select
    due.signal_kind,
    due.source_system,
    due.company_code,
    due.party_id,
    due.subject,
    min(due.since_date) as since_date,
    min(due.told_date) as alarm_date,
    nullif(max(due.ending).day, date'9999-12-31') as closed_date,
    max(due.ending).reason as closed_reason,
    min(struct(due.alarm_date, due.cause_code)).cause_code as cause_code,
    min(due.chance) as chance,
    case
        when min(due.currency_code) filter (where due.alarm_date <= due.told_date)
            = max(due.last_currency_code) filter (where due.alarm_date <= due.told_date)
            then cast(sum(due.stake_amount) filter (where due.alarm_date <= due.told_date) as decimal(20, 4))
    end as stake_amount,
    cast(sum(due.expected) filter (where due.alarm_date <= due.told_date) as decimal(20, 4)) as expected,
    cast(sum(due.observed) filter (where due.alarm_date <= due.told_date) as decimal(20, 4)) as observed,
    min(due.currency_code) as currency_code,
    sum(size(due.items)) filter (where due.alarm_date <= due.told_date) as item_count,
    array_join(flatten(sort_array(collect_list(due.items) filter (where due.alarm_date <= due.told_date))), '|') as items
from due
where due.told_date is not null
group by
    due.signal_kind, due.source_system, due.company_code, due.party_id, due.subject, due.month_date, due.episode_number

-- One row per customer, subject and time through which one kind of signal is told by rule without a break, from the day on which
-- it adds up to the sum of its rule.
-- What comes while something is told joins it; what comes on the day that ends it is another one. Amounts in several currencies
-- are not added up.
with days as (
    select
        alarms.signal_kind, alarms.source_system, alarms.company_code, alarms.party_id, alarms.subject, alarms.alarm_date,
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
),

summed as (
    select
        numbered.*,
        coalesce(rules.sum_amount, 0) as least_amount,
        coalesce(
            sum(numbered.stake_amount) over (
                partition by
                    numbered.signal_kind, numbered.source_system, numbered.company_code, numbered.party_id, numbered.subject,
                    numbered.episode_number
                order by numbered.alarm_date
            ), 0
        ) as amount_to_date
    from numbered
    inner join seed.signal_rules as rules
        on rules.signal_kind = numbered.signal_kind
)

select
    summed.signal_kind,
    summed.source_system,
    summed.company_code,
    summed.party_id,
    summed.subject,
    min(summed.since_date) as since_date,
    min(case when summed.amount_to_date >= summed.least_amount then summed.alarm_date end) as alarm_date,
    nullif(max(summed.ending).day, date'9999-12-31') as closed_date,
    max(summed.ending).reason as closed_reason,
    min(struct(summed.alarm_date, summed.cause_code)).cause_code as cause_code,
    min(summed.chance) as chance,
    case
        when min(summed.currency_code) = max(summed.last_currency_code) then cast(sum(summed.stake_amount) as decimal(20, 4))
    end as stake_amount,
    cast(sum(summed.expected) as decimal(20, 4)) as expected,
    cast(sum(summed.observed) as decimal(20, 4)) as observed,
    min(summed.currency_code) as currency_code,
    sum(size(summed.items)) as item_count,
    array_join(flatten(sort_array(collect_list(summed.items))), '|') as items
from summed
group by
    summed.signal_kind, summed.source_system, summed.company_code, summed.party_id, summed.subject,
    summed.episode_number
having max(summed.amount_to_date) >= min(summed.least_amount)

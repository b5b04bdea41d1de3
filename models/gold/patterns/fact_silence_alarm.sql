-- One row per time that a customer ordered nothing for more days than the rule allows: a plain rule beside the pattern, for companies whose
-- customers keep no rhythm (docs/patterns.md). It is off as long as the rule has no `wait_days`.
-- What the pattern tells as a stop is not told again, and ends what was told before it.
with numbers as (
    select
        parties.source_system,
        parties.company_code,
        parties.party_id as order_party_id,
        coalesce(parties.durable_party_id, parties.party_id) as party_id
    from gold.dim_party as parties
    where parties.is_current
),

days as (
    select
        numbers.source_system,
        numbers.company_code,
        numbers.party_id,
        ordered.order_date,
        sum(ordered.net_amount) as net_amount,
        min(ordered.currency_code) as first_currency,
        max(ordered.currency_code) as last_currency
    from numbers
    inner join gold.fact_order_day as ordered
        on  ordered.source_system = numbers.source_system
        and ordered.company_code = numbers.company_code
        and ordered.party_id = numbers.order_party_id
    group by numbers.source_system, numbers.company_code, numbers.party_id, ordered.order_date
),

spaced as (
    select
        days.*,
        lead(days.order_date) over (
            partition by days.source_system, days.company_code, days.party_id order by days.order_date
        ) as next_date,
        count(*) over (
            partition by days.source_system, days.company_code, days.party_id order by days.order_date
            rows between unbounded preceding and current row
        ) as day_count,
        sum(days.net_amount) over year_before as year_amount,
        min(days.first_currency) over year_before as year_first_currency,
        max(days.last_currency) over year_before as year_last_currency
    from days
    window
        year_before as (
            partition by days.source_system, days.company_code, days.party_id order by unix_date(days.order_date)
            range between 364 preceding and current row
        )
),

silences as (
    select
        spaced.*,
        date_add(spaced.order_date, cast(rules.wait_days as int)) as due_date,
        date_add(
            spaced.order_date, cast(rules.wait_days + greatest(1, coalesce(rules.keep_days, 365)) as int)
        ) as last_date
    from spaced
    inner join seed.signal_rules as rules
        on  rules.signal_kind = 'NO_ORDER'
        and rules.wait_days > 0
    where
        spaced.day_count >= coalesce(rules.least_count, 1)
        and coalesce(date_diff(spaced.next_date, spaced.order_date) > rules.wait_days, true)
),

stops as (
    select
        silences.source_system,
        silences.company_code,
        silences.party_id,
        silences.order_date,
        min(stops.alarm_date) as stop_date
    from silences
    inner join gold.fact_pattern_episode as stops
        on  stops.source_system = silences.source_system
        and stops.company_code = silences.company_code
        and stops.party_id = silences.party_id
        and stops.episode_kind = 'STOPPED'
        and stops.alarm_date >= silences.order_date
        and coalesce(stops.alarm_date < silences.next_date, true)
    group by silences.source_system, silences.company_code, silences.party_id, silences.order_date
),

told as (
    select
        silences.*,
        stops.stop_date,
        least(silences.next_date, stops.stop_date) as over_date
    from silences
    left join stops
        on  stops.source_system = silences.source_system
        and stops.company_code = silences.company_code
        and stops.party_id = silences.party_id
        and stops.order_date = silences.order_date
)

select
    told.source_system,
    told.company_code,
    told.party_id,
    told.order_date as since_date,
    told.due_date as alarm_date,
    least(told.over_date, told.last_date) as end_date,
    case
        when coalesce(told.over_date > told.last_date, true) then 'TOLD_LONG'
        when told.over_date = told.next_date then 'ORDERED'
        else 'STOPPED'
    end as end_reason,
    case
        when told.year_first_currency = told.year_last_currency then cast(told.year_amount as decimal(20, 4))
    end as stake_amount,
    told.last_currency as currency_code,
    told.day_count as order_day_count
from told
where coalesce(told.stop_date > told.due_date, true)

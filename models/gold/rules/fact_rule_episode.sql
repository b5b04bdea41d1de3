-- One row per customer, subject and time through which one kind of signal of service or finance is told without a break.
-- What comes while something is told joins it; what comes on the day that ends it is another one. Who is told is who answered
-- for the first of it, and amounts in several currencies are not added up.
with alarms as (
    select
        tickets.signal_kind, tickets.source_system, tickets.company_code, tickets.party_id, '' as subject, tickets.since_date,
        tickets.alarm_date, tickets.end_date, tickets.end_reason, tickets.rep_key, tickets.stake_amount, tickets.currency_code,
        cast(null as string) as cause_code, cast(null as double) as chance, cast(null as decimal(20, 4)) as expected,
        cast(null as decimal(20, 4)) as observed, tickets.item_date,
        concat_ws(': ', tickets.ticket_id, case when tickets.signal_kind = 'BAD_SCORE' then concat(tickets.csat_score, '/5') end) as item
    from gold.fact_ticket_alarm as tickets

    union all

    select
        'CONTACT_SPIKE', deals.source_system, deals.company_code, '', deals.deal_id, deals.since_date,
        deals.alarm_date, deals.end_date, 'TOLD_LONG', 0, null, deals.currency_code,
        null, deals.chance, deals.expected_contacts, deals.contact_count, deals.since_date, cast(deals.order_count as string)
    from gold.fact_contact_spike as deals

    union all

    select
        credits.signal_kind, credits.source_system, credits.company_code, credits.party_id, '', credits.since_date,
        credits.alarm_date, credits.end_date, 'TOLD_LONG', credits.rep_key, credits.stake_amount, credits.currency_code,
        credits.cause_code, null, null, null, credits.alarm_date, credits.invoice_id
    from gold.fact_credit_alarm as credits

    union all

    select
        lines.signal_kind, lines.source_system, lines.company_code, lines.party_id, '', lines.since_date,
        lines.alarm_date, lines.end_date, lines.end_reason, lines.rep_key, lines.stake_amount, lines.currency_code,
        null, null, lines.expected_amount, lines.observed_amount, lines.since_date, lines.order_line_id
    from gold.fact_billing_alarm as lines

    union all

    select
        numbers.signal_kind, numbers.source_system, numbers.company_code, '', numbers.prefix, numbers.since_date,
        numbers.alarm_date, numbers.end_date, 'TOLD_LONG', 0, null, numbers.currency_code,
        null, null, null, numbers.number_count, numbers.since_date, concat(numbers.number_series, numbers.first_number)
    from gold.fact_number_alarm as numbers
),

days as (
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
    from alarms
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

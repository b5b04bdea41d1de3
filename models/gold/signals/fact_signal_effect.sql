-- One row per signal that told what was to come: what was ordered in the 90 days after it, beside what had been predicted then.
-- The prediction is the one that was told, so that late orders never move it. Orders count under any number the customer ever had.
with numbers as (
    select
        parties.source_system,
        parties.company_code,
        parties.party_id as known_party_id,
        coalesce(parties.durable_party_id, parties.party_id) as party_id
    from gold.dim_party as parties
    where parties.is_current
),

told as (
    select
        signals.signal_id,
        signals.source_system,
        signals.company_code,
        numbers.party_id,
        signals.rule_code,
        signals.signal_kind,
        signals.subject,
        signals.raised_date,
        date_add(signals.raised_date, 90) as window_end_date,
        signals.held_out_until_date,
        signals.hold_out_stratum,
        signals.acted_date,
        signals.predicted_amount,
        signals.currency_code
    from gold.fact_signal as signals
    inner join numbers
        on  numbers.source_system = signals.source_system
        and numbers.company_code = signals.company_code
        and numbers.known_party_id = signals.party_id
    where signals.predicted_amount is not null
),

ordered as (
    select
        told.signal_id,
        told.party_id,
        sum(days.net_amount) as net_amount
    from told
    inner join numbers
        on  numbers.source_system = told.source_system
        and numbers.company_code = told.company_code
        and numbers.party_id = told.party_id
    inner join gold.fact_order_day as days
        on  days.source_system = numbers.source_system
        and days.company_code = numbers.company_code
        and days.party_id = numbers.known_party_id
        and days.currency_code = told.currency_code
        and days.order_date > told.raised_date
        and days.order_date <= told.window_end_date
    where told.subject is null or days.product_group = told.subject
    group by told.signal_id, told.party_id
)

select
    told.signal_id,
    told.source_system,
    told.company_code,
    told.party_id,
    told.rule_code,
    told.signal_kind,
    told.raised_date,
    told.window_end_date,
    told.hold_out_stratum,
    told.held_out_until_date is not null as is_held_out,
    coalesce(told.acted_date <= told.window_end_date, false) as is_contacted,
    cast(told.predicted_amount * 90 / 365 as decimal(20, 4)) as predicted_amount,
    cast(coalesce(ordered.net_amount, 0) as decimal(20, 4)) as observed_amount,
    cast(coalesce(ordered.net_amount, 0) - told.predicted_amount * 90 / 365 as decimal(20, 4)) as above_prediction_amount,
    told.currency_code
from told
left join ordered using (signal_id, party_id)

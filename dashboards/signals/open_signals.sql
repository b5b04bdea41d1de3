-- How many signals stand open, and the one with the most money at stake, weighed by its probability.
with standing as (
    select
        signals.*,
        signals.probability * coalesce(signals.stake_amount, 0) as weight
    from mart.signal as signals
    where signals.status = 'OPEN'
        and (:company is null or signals.company_code = :company)
),

counts as (
    select
        count(*) as open_signals,
        count(*) filter (where standing.raised_date > cast(:as_of as date) - 7) as new_signals
    from standing
)

select
    counts.open_signals,
    counts.new_signals,
    largest.signal_id,
    largest.company_code,
    largest.party_name,
    largest.currency_code,
    largest.stake_amount,
    case :lang when 'nl' then largest.text_nl else largest.text_en end as signal_text,
    case when counts.open_signals = 0 then 'none' else 'some' end as story
from counts
left join lateral (
    select standing.*
    from standing
    order by standing.weight desc, standing.signal_id
    limit 1
) as largest on true

-- What each salesperson has open beyond the ten with the most at stake, by what has changed.
with ranked as (
    select
        signals.*,
        row_number() over (
            partition by signals.company_code, signals.rep_key
            order by coalesce(signals.probability, 1) * coalesce(signals.stake_amount, 0) desc, signals.signal_id
        ) as place
    from mart.signal as signals
    where signals.status = 'OPEN'
        and signals.recipient = 'REP'
        and (:company is null or signals.company_code = :company)
)

select
    coalesce(ranked.rep_name, '–') as rep_name,
    ranked.signal_kind,
    count(*) as open_signals,
    sum(ranked.stake_amount) as stake_amount,
    ranked.currency_code
from ranked
where ranked.place > 10
group by ranked.rep_name, ranked.signal_kind, ranked.currency_code
order by sum(ranked.stake_amount) desc nulls last, rep_name, ranked.signal_kind

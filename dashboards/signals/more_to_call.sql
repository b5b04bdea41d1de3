-- What each salesperson has open beyond the ten with the most at stake, by what has changed.
select
    coalesce(signals.rep_name, '–') as rep_name,
    signals.signal_kind,
    count(*) as open_signals,
    sum(signals.stake_amount) as stake_amount,
    signals.currency_code
from mart.open_signal as signals
where signals.recipient = 'REP'
    and signals.call_place > 10
    and (:company is null or signals.company_code = :company)
group by signals.rep_name, signals.signal_kind, signals.currency_code
order by sum(signals.stake_amount) desc nulls last, rep_name, signals.signal_kind

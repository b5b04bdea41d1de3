-- Open signals by what has changed.
select
    signals.signal_kind,
    signals.currency_code,
    count(*) as open_signals,
    sum(signals.stake_amount) as stake_amount
from mart.open_signal as signals
where signals.recipient in ('REP', 'SUPPLY')
    and (:company is null or signals.company_code = :company)
group by signals.signal_kind, signals.currency_code
order by sum(signals.stake_amount) desc nulls last, signals.signal_kind

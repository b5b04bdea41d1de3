-- What stands open for customer service and finance by rule, the most money first.
select
    signals.company_code,
    signals.recipient,
    signals.signal_kind,
    count(*) as open_signals,
    count(*) filter (where signals.raised_date > cast(:as_of as date) - 7) as new_signals,
    sum(signals.stake_amount) as desk_amount,
    signals.currency_code
from mart.open_signal as signals
where signals.recipient not in ('REP', 'SUPPLY')
    and (:company is null or signals.company_code = :company)
group by signals.company_code, signals.recipient, signals.signal_kind, signals.currency_code
order by sum(signals.stake_amount) desc nulls last, open_signals desc, signals.recipient, signals.signal_kind

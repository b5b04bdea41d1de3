-- Signals that ended within the period, the latest first.
select
    signals.signal_id,
    coalesce(signals.closed_date, signals.withdrawn_date) as ended_date,
    coalesce(signals.closed_reason, signals.status) as ended_reason,
    signals.days_open,
    signals.company_code,
    coalesce(signals.party_name, signals.party_id) as party_name,
    signals.signal_kind
from mart.signal as signals
where signals.status in ('CLOSED', 'WITHDRAWN')
    and signals.recipient in ('REP', 'SUPPLY')
    and coalesce(signals.closed_date, signals.withdrawn_date) between :from and :to
    and (:company is null or signals.company_code = :company)
order by ended_date desc, signals.signal_id

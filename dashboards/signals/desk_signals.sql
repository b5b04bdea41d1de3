-- Every open signal of a desk, as it was told.
select
    signals.company_code,
    signals.recipient,
    signals.signal_kind,
    signals.signal_id,
    signals.raised_date,
    coalesce(signals.party_name, nullif(signals.party_id, '')) as party_name,
    nullif(signals.subject, '') as subject,
    signals.stake_amount as desk_amount,
    signals.currency_code,
    case :lang when 'nl' then signals.text_nl else signals.text_en end as signal_text
from mart.open_signal as signals
where signals.recipient not in ('REP', 'SUPPLY')
    and (:company is null or signals.company_code = :company)
order by signals.raised_date desc, signals.signal_id

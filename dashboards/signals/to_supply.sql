-- Every open signal of a customer whom we delivered late ourselves: it is not the salesperson's to solve.
select
    signals.signal_id,
    signals.raised_date,
    signals.company_code,
    coalesce(signals.party_name, signals.party_id) as party_name,
    signals.signal_kind,
    signals.stake_amount,
    signals.currency_code,
    case :lang when 'nl' then signals.text_nl else signals.text_en end as signal_text
from mart.open_signal as signals
where signals.recipient = 'SUPPLY'
    and (:company is null or signals.company_code = :company)
order by signals.weight_amount desc, signals.signal_id

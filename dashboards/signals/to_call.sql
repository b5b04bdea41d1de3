-- Every open signal for a salesperson, the most money at stake first, weighed by its probability.
select
    signals.signal_id,
    signals.raised_date,
    signals.since_date,
    signals.company_code,
    signals.party_id,
    coalesce(signals.party_name, signals.party_id) as party_name,
    signals.signal_kind,
    nullif(signals.subject, '') as subject,
    100 * signals.probability as probability_percent,
    signals.stake_amount,
    signals.currency_code,
    episodes.rep_name,
    case :lang when 'nl' then signals.text_nl else signals.text_en end as signal_text
from mart.signal as signals
left join mart.signal_pattern as episodes
    using (rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date)
where signals.status = 'OPEN'
    and signals.recipient = 'REP'
    and (:company is null or signals.company_code = :company)
order by signals.probability * coalesce(signals.stake_amount, 0) desc, signals.signal_id

-- Every open signal for a salesperson, the most money at stake first, weighed by its probability, with the last that was said of it.
with said as (
    select signal_id, followup_id, said_date, followup_status from mart.report_signal_followup
    union
    select signal_id, followup_id, said_date, followup_status from mart.signal_followup
)

select
    signals.signal_id,
    signals.raised_date,
    signals.since_date,
    signals.company_code,
    signals.party_id,
    coalesce(signals.party_name, signals.party_id) as party_name,
    signals.signal_kind,
    nullif(signals.subject, '') as subject,
    signals.stake_amount,
    signals.currency_code,
    signals.rep_name,
    coalesce(last_said.followup_status, 'NOT_YET') as followup_status,
    case :lang when 'nl' then signals.text_nl else signals.text_en end as signal_text
from mart.signal as signals
left join lateral (
    select said.followup_status
    from said
    where said.signal_id = signals.signal_id
    order by said.said_date desc, said.followup_id desc
    limit 1
) as last_said on true
where signals.status = 'OPEN'
    and signals.recipient = 'REP'
    and (:company is null or signals.company_code = :company)
order by coalesce(signals.probability, 1) * coalesce(signals.stake_amount, 0) desc, signals.signal_id

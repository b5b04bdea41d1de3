-- For each salesperson the ten open signals with the most at stake, weighed by their probability, with the last that was said of them.
with said as (
    select signal_id, followup_id, said_date, said_at, followup_status from mart.report_signal_followup
    union
    select signal_id, followup_id, said_date, said_at, followup_status from mart.signal_followup
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
from mart.open_signal as signals
left join lateral (
    select said.followup_status
    from said
    where said.signal_id = signals.signal_id
    order by said.said_date desc, said.said_at desc nulls last, said.followup_id desc
    limit 1
) as last_said on true
where signals.recipient = 'REP'
    and signals.call_place <= 10
    and (:company is null or signals.company_code = :company)
order by signals.weight_amount desc, signals.signal_id

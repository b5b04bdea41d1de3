-- For each salesperson the ten open signals with the most at stake, weighed by their probability, with the last that was said of them.
with said as (
    select signal_id, followup_id, said_date, followup_status from mart.report_signal_followup
    union
    select signal_id, followup_id, said_date, followup_status from mart.signal_followup
),

ranked as (
    select
        signals.*,
        coalesce(signals.probability, 1) * coalesce(signals.stake_amount, 0) as weight,
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
    ranked.signal_id,
    ranked.raised_date,
    ranked.since_date,
    ranked.company_code,
    ranked.party_id,
    coalesce(ranked.party_name, ranked.party_id) as party_name,
    ranked.signal_kind,
    nullif(ranked.subject, '') as subject,
    ranked.stake_amount,
    ranked.currency_code,
    ranked.rep_name,
    coalesce(last_said.followup_status, 'NOT_YET') as followup_status,
    case :lang when 'nl' then ranked.text_nl else ranked.text_en end as signal_text
from ranked
left join lateral (
    select said.followup_status
    from said
    where said.signal_id = ranked.signal_id
    order by said.said_date desc, said.followup_id desc
    limit 1
) as last_said on true
where ranked.place <= 10
order by ranked.weight desc, ranked.signal_id

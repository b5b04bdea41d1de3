-- One row per time that somebody said what became of a signal, in any channel, as of the last run.
select
    followups.from_system,
    followups.from_company,
    followups.followup_id,
    followups.signal_id,
    followups.channel,
    followups.company_code,
    followups.party_id,
    followups.rep_key,
    followups.said_at,
    followups.said_date,
    followups.said_by,
    followups.followup_status,
    followups.cause_code,
    followups.action_code,
    followups.outcome_code,
    followups.expected_amount,
    followups.currency_code
from gold.fact_signal_followup as followups

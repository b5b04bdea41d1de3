-- One row per time that somebody typed what became of a signal.
select
    records._record,
    concat('viewer-', records.followup_number) as followup_id,
    records.signal_id,
    'VIEWER' as channel,
    records.said_at,
    records.said_date,
    records.said_by,
    records.followup_status,
    records.cause_code,
    records.action_code,
    records.outcome_code,
    records.expected_amount,
    records.currency_code,
    records.said_at as updated_at
from bronze.offtake_followups_typed as records

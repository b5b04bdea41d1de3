-- One row per signal, as it was told.
select
    records._record,
    records.signal_id,
    records.model,
    records.rule_code,
    records.signal_kind,
    records.source_system as of_system,
    records.company_code as of_company,
    records.party_id,
    records.subject,
    records.since_date,
    records.alarm_date,
    records.raised_date,
    records.rep_key,
    records.recipient,
    records.probability,
    records.stake_amount,
    records.predicted_amount,
    records.hold_out_stratum,
    records.held_out_until_date,
    records.currency_code,
    records.told_at
from bronze.offtake_signals as records

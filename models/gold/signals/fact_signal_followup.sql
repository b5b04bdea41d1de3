-- One row per time that somebody said what became of a signal, whatever it was said in: the viewer, a sheet or a ticket.
-- A row of a sheet that nobody has filled in says nothing and is left out.
select
    followups.source_system as from_system,
    followups.company_code as from_company,
    followups.followup_id,
    followups.signal_id,
    followups.channel,
    coalesce(signals.of_system, followups.source_system) as source_system,
    coalesce(signals.of_company, followups.company_code) as company_code,
    coalesce(parties.party_key, 0) as party_key,
    signals.party_id,
    coalesce(employees.employee_key, 0) as rep_key,
    followups.said_at,
    followups.said_date,
    followups.said_by,
    followups.followup_status,
    followups.cause_code,
    followups.action_code,
    followups.outcome_code,
    followups.expected_amount,
    coalesce(followups.currency_code, signals.currency_code) as currency_code,
    signals.signal_id is not null as is_known_signal
from silver.signal_followups as followups
left join silver.signals as signals
    on signals.signal_id = followups.signal_id
left join gold.dim_party as parties
    on  parties.source_system = signals.of_system
    and parties.company_code = signals.of_company
    and parties.party_id = signals.party_id
    and followups.said_date >= parties.valid_from_date
    and followups.said_date < parties.valid_to_date
left join gold.dim_employee as employees
    on employees.employee_key = signals.rep_key
where followups.followup_status <> 'NOT_YET'

-- One row per signal that was told, with the customer's name and how it was followed up (K71, K72).
select
    signals.*,
    parties.party_name,
    employees.employee_name as rep_name
from gold.fact_signal as signals
left join gold.dim_party as parties
    on parties.party_key = signals.party_key
left join gold.dim_employee as employees
    on employees.employee_key = signals.rep_key

-- One row per customer, employee and first day: who answers for whom, for which share, and until when.
select
    assignments.source_system,
    assignments.company_code,
    assignments.party_id,
    assignments.employee_id,
    assignments.assignment_role,
    assignments.weight,
    assignments.from_date as valid_from_date,
    coalesce(assignments.to_date, date'9999-12-31') as valid_to_date
from silver.account_assignments as assignments
where assignments.to_date is null or assignments.to_date > assignments.from_date

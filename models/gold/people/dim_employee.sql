-- One row per employee and period in which role, team, manager and place of work stayed the same.
-- Name, first and last day of work are the latest known ones (type 1).
select
    employees.source_system,
    employees.company_code,
    employees.employee_id,
    last_value(employees.employee_name) ignore nulls over every_statement as employee_name,
    employees.employee_role,
    employees.team,
    employees.manager_id,
    employees.location_id,
    last_value(employees.hired_date) ignore nulls over every_statement as hired_date,
    last_value(employees.left_date) ignore nulls over every_statement as left_date,
    employees.stated_at as effective_at,
    employees.stated_date as effective_date,
    employees._deleted_at as deleted_at,
    employees._deleted_date as deleted_date
from silver.employees as employees
window every_statement as (
    partition by employees.source_system, employees.company_code, employees.employee_id
    order by employees.stated_at
    rows between unbounded preceding and unbounded following
)

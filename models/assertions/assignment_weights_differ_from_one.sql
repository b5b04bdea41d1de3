-- Customers who on some day have salespeople whose shares do not add up to one.
-- Shares change only on the first day of an assignment or on the day after its last one, so those days tell all.
with boundaries as (
    select
        assignments.source_system,
        assignments.company_code,
        assignments.party_id,
        assignments.valid_from_date as boundary_date
    from gold.bridge_customer_rep as assignments
    union
    select
        assignments.source_system,
        assignments.company_code,
        assignments.party_id,
        assignments.valid_to_date as boundary_date
    from gold.bridge_customer_rep as assignments
)

select
    boundaries.source_system,
    boundaries.company_code,
    boundaries.party_id,
    boundaries.boundary_date,
    sum(assignments.weight) as weight
from boundaries
inner join gold.bridge_customer_rep as assignments
    on  assignments.source_system = boundaries.source_system
    and assignments.company_code = boundaries.company_code
    and assignments.party_id = boundaries.party_id
    and boundaries.boundary_date >= assignments.valid_from_date
    and boundaries.boundary_date < assignments.valid_to_date
group by boundaries.source_system, boundaries.company_code, boundaries.party_id, boundaries.boundary_date
having sum(assignments.weight) <> 1

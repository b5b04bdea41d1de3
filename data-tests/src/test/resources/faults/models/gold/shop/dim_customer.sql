-- One row per customer and period in which its region stayed the same.
select
    customers.source_system,
    customers.company_code,
    customers.customer_id,
    customers.region,
    customers.changed_at as effective_at,
    customers.changed_date as effective_date
from silver.customers as customers

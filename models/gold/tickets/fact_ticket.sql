-- One row per complaint, question or repair in its latest state, dated by the local day on which it was opened.
-- Durations run on the clock, not on opening hours, and from the first opening.
select
    tickets.source_system,
    tickets.company_code,
    tickets.ticket_id,
    tickets.ticket_type,
    tickets.contact_channel,
    tickets.ticket_status,
    tickets.priority,
    tickets.reason_code,
    tickets.warranty,
    tickets.created_at,
    tickets.created_date,
    tickets.rep_informed_at,
    tickets.first_reply_at,
    tickets.promised_date,
    tickets.solved_at,
    tickets.solved_date,
    tickets.collected_at,
    coalesce(parties.party_key, 0) as party_key,
    tickets.party_id,
    coalesce(products.product_key, 0) as product_key,
    tickets.product_id,
    coalesce(locations.location_key, 0) as location_key,
    coalesce(employees.employee_key, 0) as rep_key,
    tickets.order_id,
    tickets.invoice_id,
    tickets.deal_id,
    tickets.signal_id,
    timestampdiff(minute, tickets.created_at, tickets.first_reply_at) as first_reply_minutes,
    timestampdiff(minute, tickets.created_at, tickets.solved_at) as solve_minutes,
    tickets.csat_score,
    tickets.cost_amount,
    tickets.quoted_amount,
    tickets.currency_code
from silver.tickets as tickets
left join gold.dim_party as parties
    on  parties.source_system = tickets.source_system
    and parties.company_code = tickets.company_code
    and parties.party_id = tickets.party_id
    and tickets.created_date >= parties.valid_from_date
    and tickets.created_date < parties.valid_to_date
left join gold.dim_product as products
    on  products.source_system = tickets.source_system
    and products.company_code = tickets.company_code
    and products.product_id = tickets.product_id
    and tickets.created_date >= products.valid_from_date
    and tickets.created_date < products.valid_to_date
left join gold.dim_location as locations
    on  locations.source_system = tickets.source_system
    and locations.company_code = tickets.company_code
    and locations.location_id = tickets.location_id
    and tickets.created_date >= locations.valid_from_date
    and tickets.created_date < locations.valid_to_date
left join gold.dim_employee as employees
    on  employees.source_system = tickets.source_system
    and employees.company_code = tickets.company_code
    and employees.employee_id = tickets.rep_id
    and tickets.created_date >= employees.valid_from_date
    and tickets.created_date < employees.valid_to_date

-- One row per invoice, credit note or receipt in its latest state, dated by the local day of issue.
-- Only of systems that send headers; the lines of the others say all there is.
select
    invoices.source_system,
    invoices.company_code,
    invoices.invoice_id,
    invoices.invoice_type,
    invoices.invoiced_at,
    invoices.invoiced_date,
    invoices.due_date,
    coalesce(parties.party_key, 0) as party_key,
    invoices.party_id,
    coalesce(locations.location_key, 0) as location_key,
    coalesce(employees.employee_key, 0) as rep_key,
    invoices.order_id,
    invoices.contract_id,
    invoices.corrects_invoice_id,
    invoices.reason_code,
    parties.country,
    invoices.net_amount,
    invoices.vat_amount,
    invoices.gross_amount,
    invoices.open_amount,
    invoices.currency_code
from silver.invoices as invoices
left join gold.dim_party as parties
    on  parties.source_system = invoices.source_system
    and parties.company_code = invoices.company_code
    and parties.party_id = invoices.party_id
    and invoices.invoiced_date >= parties.valid_from_date
    and invoices.invoiced_date < parties.valid_to_date
left join gold.dim_location as locations
    on  locations.source_system = invoices.source_system
    and locations.company_code = invoices.company_code
    and locations.location_id = invoices.location_id
    and invoices.invoiced_date >= locations.valid_from_date
    and invoices.invoiced_date < locations.valid_to_date
left join gold.dim_employee as employees
    on  employees.source_system = invoices.source_system
    and employees.company_code = invoices.company_code
    and employees.employee_id = invoices.rep_id
    and invoices.invoiced_date >= employees.valid_from_date
    and invoices.invoiced_date < employees.valid_to_date

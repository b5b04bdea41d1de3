-- One row per line of every version of a quote, with the standing of its version; add up the latest versions only.
-- A line whose version has not come, or is in quarantine, waits.
select
    lines.source_system,
    lines.company_code,
    lines.quote_version_line_id,
    lines.quote_version_id,
    quotes.quote_id,
    quotes.version_number,
    lines.quote_line_id,
    lines.line_number,
    quotes.is_latest,
    quotes.quote_status,
    quotes.lost_reason,
    quotes.requested_at,
    quotes.sent_at,
    quotes.sent_date,
    quotes.valid_until_date,
    quotes.decided_date,
    coalesce(parties.party_key, 0) as party_key,
    quotes.party_id,
    coalesce(products.product_key, 0) as product_key,
    lines.product_id,
    coalesce(employees.employee_key, 0) as rep_key,
    lines.quantity,
    lines.unit_price,
    lines.list_price,
    lines.discount_percent,
    lines.net_amount,
    lines.currency_code
from silver.quote_lines as lines
inner join silver.quotes as quotes
    on  quotes.source_system = lines.source_system
    and quotes.company_code = lines.company_code
    and quotes.quote_version_id = lines.quote_version_id
left join gold.dim_party as parties
    on  parties.source_system = quotes.source_system
    and parties.company_code = quotes.company_code
    and parties.party_id = quotes.party_id
    and quotes.sent_date >= parties.valid_from_date
    and quotes.sent_date < parties.valid_to_date
left join gold.dim_product as products
    on  products.source_system = lines.source_system
    and products.company_code = lines.company_code
    and products.product_id = lines.product_id
    and quotes.sent_date >= products.valid_from_date
    and quotes.sent_date < products.valid_to_date
left join gold.dim_employee as employees
    on  employees.source_system = quotes.source_system
    and employees.company_code = quotes.company_code
    and employees.employee_id = quotes.rep_id
    and quotes.sent_date >= employees.valid_from_date
    and quotes.sent_date < employees.valid_to_date

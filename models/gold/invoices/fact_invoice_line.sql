-- One row per invoice line, dated by the day it was invoiced, never by the day it was paid.
select
    lines.source_system,
    lines.company_code,
    lines.invoice_line_id,
    lines.invoice_id,
    lines.invoice_type,
    lines.line_type,
    lines.invoiced_at,
    lines.invoiced_date,
    coalesce(parties.party_key, 0) as party_key,
    lines.party_id,
    coalesce(products.product_key, 0) as product_key,
    lines.product_id,
    lines.country,
    lines.order_id,
    lines.quantity,
    lines.unit_price,
    lines.net_amount,
    lines.currency_code
from silver.invoice_lines as lines
left join gold.dim_party as parties
    on  parties.source_system = lines.source_system
    and parties.company_code = lines.company_code
    and parties.party_id = lines.party_id
    and lines.invoiced_date >= parties.valid_from_date
    and lines.invoiced_date < parties.valid_to_date
left join gold.dim_product as products
    on  products.source_system = lines.source_system
    and products.company_code = lines.company_code
    and products.product_id = lines.product_id
    and lines.invoiced_date >= products.valid_from_date
    and lines.invoiced_date < products.valid_to_date

-- One row per invoice line, dated by the day it was invoiced, never by the day it was paid.
-- What the header says comes from the line where the source sends no headers, else from the header; a line whose
-- header has not come, or is in quarantine, waits: it has neither a day nor a customer.
with documents as (
    select
        lines.*,
        coalesce(lines.invoice_type, invoices.invoice_type) as document_type,
        coalesce(lines.invoiced_at, invoices.invoiced_at) as document_at,
        coalesce(lines.invoiced_date, invoices.invoiced_date) as document_date,
        coalesce(lines.order_id, invoices.order_id) as document_order_id,
        invoices.party_id as header_party_id,
        invoices.party_key as header_party_key,
        coalesce(invoices.location_key, 0) as location_key,
        coalesce(invoices.rep_key, 0) as rep_key,
        invoices.contract_id,
        invoices.corrects_invoice_id,
        invoices.reason_code,
        invoices.country as header_country
    from silver.invoice_lines as lines
    left join gold.fact_invoice as invoices
        on  invoices.source_system = lines.source_system
        and invoices.company_code = lines.company_code
        and invoices.invoice_id = lines.invoice_id
)

select
    documents.source_system,
    documents.company_code,
    documents.invoice_line_id,
    documents.invoice_id,
    documents.document_type as invoice_type,
    documents.line_type,
    documents.document_at as invoiced_at,
    documents.document_date as invoiced_date,
    coalesce(parties.party_key, documents.header_party_key, 0) as party_key,
    coalesce(documents.party_id, documents.header_party_id) as party_id,
    coalesce(products.product_key, 0) as product_key,
    documents.product_id,
    documents.location_key,
    documents.rep_key,
    coalesce(documents.country, documents.header_country) as country,
    documents.document_order_id as order_id,
    documents.order_line_id,
    documents.contract_id,
    documents.corrects_invoice_id,
    documents.reason_code,
    documents.unit,
    documents.quantity,
    documents.unit_price,
    documents.net_amount,
    documents.vat_percent,
    documents.cost_amount,
    documents.currency_code,
    documents._record.content as _content,
    documents._record.line as _line
from documents
left join gold.dim_party as parties
    on  parties.source_system = documents.source_system
    and parties.company_code = documents.company_code
    and parties.party_id = documents.party_id
    and documents.document_date >= parties.valid_from_date
    and documents.document_date < parties.valid_to_date
left join gold.dim_product as products
    on  products.source_system = documents.source_system
    and products.company_code = documents.company_code
    and products.product_id = documents.product_id
    and documents.document_date >= products.valid_from_date
    and documents.document_date < products.valid_to_date
where documents.document_date is not null

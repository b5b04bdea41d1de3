-- Invoices whose amount differs from the sum of their lines by more than a cent per line.
select
    invoices.source_system,
    invoices.company_code,
    invoices.invoice_id,
    invoices.net_amount as header_amount,
    sum(lines.net_amount) as lines_amount,
    count(*) as line_count
from silver.invoices as invoices
inner join silver.invoice_lines as lines
    on  lines.source_system = invoices.source_system
    and lines.company_code = invoices.company_code
    and lines.invoice_id = invoices.invoice_id
group by invoices.source_system, invoices.company_code, invoices.invoice_id, invoices.net_amount
having abs(invoices.net_amount - sum(lines.net_amount)) > 0.01 * count(*)

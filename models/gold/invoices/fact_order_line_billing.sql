-- One row per order line that documents name: what was invoiced of it, what was credited, and when.
select
    lines.source_system,
    lines.company_code,
    lines.order_line_id,
    lines.currency_code,
    cast(sum(case when lines.invoice_type = 'INVOICE' then lines.quantity else 0 end) as decimal(20, 6)) as invoiced_quantity,
    cast(sum(case when lines.invoice_type = 'INVOICE' then lines.net_amount else 0 end) as decimal(20, 4)) as invoiced_amount,
    cast(sum(case when lines.invoice_type = 'CREDIT_NOTE' then lines.quantity else 0 end) as decimal(20, 6)) as credited_quantity,
    min(case when lines.invoice_type = 'INVOICE' then lines.invoiced_date end) as first_invoiced_date,
    max(case when lines.invoice_type = 'INVOICE' then lines.invoiced_date end) as last_invoiced_date,
    max(case when lines.invoice_type = 'CREDIT_NOTE' then lines.invoiced_date end) as last_credited_date
from gold.fact_invoice_line as lines
where lines.order_line_id is not null
group by lines.source_system, lines.company_code, lines.order_line_id, lines.currency_code

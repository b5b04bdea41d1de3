-- One row per ticket after whose opening its order or its invoice was credited, with the day of the first such credit note.
with credits as (
    select
        tickets.source_system,
        tickets.company_code,
        tickets.ticket_id,
        invoices.invoiced_date
    from gold.fact_ticket as tickets
    inner join gold.fact_invoice as invoices
        on  invoices.source_system = tickets.source_system
        and invoices.company_code = tickets.company_code
        and invoices.order_id = tickets.order_id
    where invoices.invoice_type = 'CREDIT_NOTE' and invoices.invoiced_date >= tickets.created_date

    union all

    select
        tickets.source_system,
        tickets.company_code,
        tickets.ticket_id,
        invoices.invoiced_date
    from gold.fact_ticket as tickets
    inner join gold.fact_invoice as invoices
        on  invoices.source_system = tickets.source_system
        and invoices.company_code = tickets.company_code
        and invoices.corrects_invoice_id = tickets.invoice_id
    where invoices.invoice_type = 'CREDIT_NOTE' and invoices.invoiced_date >= tickets.created_date
)

select
    credits.source_system,
    credits.company_code,
    credits.ticket_id,
    min(credits.invoiced_date) as credited_date
from credits
group by credits.source_system, credits.company_code, credits.ticket_id

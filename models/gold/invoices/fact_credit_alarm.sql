-- One row per credit note and kind of doubt about it: it names no invoice that is known, or neither a reason nor a ticket
-- explains it; with it more is credited than was invoiced; the same amount of the same invoice was credited shortly before.
-- A credit note stands under the invoice that it corrects, or under its own number when it names none.
with notes as (
    select
        documents.*,
        coalesce(documents.corrects_invoice_id, documents.invoice_id) as document_id
    from gold.fact_invoice as documents
    where documents.invoice_type = 'CREDIT_NOTE'
),

credits as (
    select
        notes.*,
        -sum(notes.net_amount) over running as credited_amount,
        lag(notes.invoiced_date) over alike as before_date
    from notes
    window
        running as (
            partition by notes.source_system, notes.company_code, notes.document_id
            order by notes.invoiced_date, notes.invoice_id
            rows between unbounded preceding and current row
        ),
        alike as (
            partition by notes.source_system, notes.company_code, notes.document_id, notes.net_amount
            order by notes.invoiced_date, notes.invoice_id
        )
),

asked as (
    select tickets.source_system, tickets.company_code, tickets.order_id, max(tickets.ticket_id) as ticket_id
    from gold.fact_ticket as tickets
    where tickets.order_id is not null
    group by tickets.source_system, tickets.company_code, tickets.order_id
),

doubts as (
    select
        credits.*,
        invoices.net_amount as invoice_amount,
        asked.ticket_id,
        case when invoices.invoice_id is null then 'NO_INVOICE' when asked.order_id is null then 'NO_REASON' end as unlinked_by,
        explode(array('CREDIT_UNLINKED', 'CREDIT_ABOVE_INVOICE', 'CREDIT_TWICE')) as signal_kind
    from credits
    left join gold.fact_invoice as invoices
        on  invoices.source_system = credits.source_system
        and invoices.company_code = credits.company_code
        and invoices.invoice_id = credits.document_id
        and invoices.invoice_type <> 'CREDIT_NOTE'
    left join asked
        on  asked.source_system = credits.source_system
        and asked.company_code = credits.company_code
        and asked.order_id = credits.order_id
)

select
    doubts.signal_kind,
    doubts.source_system,
    doubts.company_code,
    doubts.invoice_id,
    doubts.document_id,
    coalesce(doubts.party_id, '') as party_id,
    case when doubts.signal_kind = 'CREDIT_TWICE' then doubts.before_date else doubts.invoiced_date end as since_date,
    doubts.invoiced_date as alarm_date,
    date_add(doubts.invoiced_date, cast(greatest(1, coalesce(rules.keep_days, 30)) as int)) as end_date,
    case when doubts.signal_kind = 'CREDIT_UNLINKED' then doubts.unlinked_by end as cause_code,
    doubts.ticket_id,
    cast(case
        when doubts.signal_kind = 'CREDIT_ABOVE_INVOICE'
            then least(-doubts.net_amount, doubts.credited_amount - doubts.invoice_amount)
        else -doubts.net_amount
    end as decimal(20, 4)) as stake_amount,
    doubts.currency_code
from doubts
inner join seed.signal_rules as rules on rules.signal_kind = doubts.signal_kind
where
    case doubts.signal_kind
        when 'CREDIT_UNLINKED'
            then -doubts.net_amount > coalesce(rules.floor_amount, 0)
                and (doubts.unlinked_by = 'NO_INVOICE' or doubts.unlinked_by = 'NO_REASON' and doubts.reason_code is null)
        when 'CREDIT_ABOVE_INVOICE'
            then doubts.credited_amount > doubts.invoice_amount + coalesce(rules.floor_amount, 0)
        else -doubts.net_amount > coalesce(rules.floor_amount, 0)
            and datediff(doubts.invoiced_date, doubts.before_date) <= coalesce(rules.window_days, 0)
    end

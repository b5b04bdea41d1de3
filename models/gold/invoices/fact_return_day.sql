-- One row per customer, currency and day on which something was invoiced or ordered: what was credited, or came back, on it.
-- A day without either is a row too: it says since when the customer buys.
with movements as (
    select
        'CREDITS_HIGH' as signal_kind,
        invoices.source_system,
        invoices.company_code,
        invoices.party_id,
        invoices.currency_code,
        invoices.invoiced_date as moved_date,
        case when invoices.invoice_type = 'CREDIT_NOTE' then -invoices.net_amount else 0 end as amount
    from gold.fact_invoice_line as invoices
    where invoices.party_id is not null
    union all
    select
        'RETURNS_HIGH',
        orders.source_system,
        orders.company_code,
        orders.party_id,
        orders.currency_code,
        orders.order_date,
        case when orders.order_type = 'RETURN' then -orders.net_amount else 0 end
    from gold.fact_order_line as orders
    where
        orders.party_id is not null
        and not orders.is_cancelled
)

select
    movements.signal_kind,
    movements.source_system,
    movements.company_code,
    movements.party_id,
    movements.currency_code,
    movements.moved_date,
    cast(sum(movements.amount) as decimal(20, 4)) as returned_amount,
    cast(
        sum(sum(movements.amount)) over (
            partition by
                movements.signal_kind, movements.source_system, movements.company_code, movements.party_id,
                movements.currency_code, trunc(movements.moved_date, 'MM')
            order by movements.moved_date
        ) as decimal(20, 4)
    ) as month_to_date_amount
from movements
group by
    movements.signal_kind, movements.source_system, movements.company_code, movements.party_id, movements.currency_code,
    movements.moved_date

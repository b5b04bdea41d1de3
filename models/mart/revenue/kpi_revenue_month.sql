-- One row per company, month of the invoice date, country of the invoice and currency.
with counted_lines as (
    select
        lines.company_code,
        trunc(lines.invoiced_date, 'MM') as month_start_date,
        coalesce(lines.country, '') as country,
        lines.currency_code,
        lines.invoice_id,
        lines.invoice_type,
        lines.party_id,
        lines.net_amount,
        1 as line_count,
        0 as write_off_line_count
    from gold.fact_invoice_line as lines
    union all
    select
        movements.company_code,
        trunc(movements.movement_date, 'MM') as month_start_date,
        coalesce(movements.country, '') as country,
        coalesce(movements.currency_code, '') as currency_code,
        cast(null as string) as invoice_id,
        cast(null as string) as invoice_type,
        cast(null as string) as party_id,
        cast(0 as decimal(20, 4)) as net_amount,
        0 as line_count,
        1 as write_off_line_count
    from gold.fact_stock_movement as movements
    where movements.movement_type = 'WRITE_OFF'
)

select
    counted_lines.company_code,
    counted_lines.month_start_date,
    counted_lines.country,
    counted_lines.currency_code,
    sum(case when counted_lines.invoice_type = 'INVOICE' then counted_lines.net_amount else 0 end) as sales_amount,
    sum(case when counted_lines.invoice_type = 'CREDIT_NOTE' then counted_lines.net_amount else 0 end) as credit_amount,
    sum(case when counted_lines.invoice_type = 'ADJUSTMENT' then counted_lines.net_amount else 0 end)
        as adjustment_amount,
    sum(counted_lines.net_amount) as net_amount,
    count(distinct counted_lines.invoice_id) as invoice_count,
    count(distinct case when counted_lines.invoice_type = 'CREDIT_NOTE' then counted_lines.invoice_id end)
        as credit_invoice_count,
    count(distinct counted_lines.party_id) as customer_count,
    sum(counted_lines.line_count) as line_count,
    sum(counted_lines.write_off_line_count) as write_off_line_count
from counted_lines
group by
    counted_lines.company_code,
    counted_lines.month_start_date,
    counted_lines.country,
    counted_lines.currency_code

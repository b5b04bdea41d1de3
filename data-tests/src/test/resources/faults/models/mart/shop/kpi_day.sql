-- One row per day with orders.
select
    lines.ordered_date,
    count(*) as line_count,
    cast(sum(lines.net_amount) as decimal(20, 4)) as net_amount
from gold.fact_order_line as lines
group by lines.ordered_date

-- One row per day that was told: what was known then.
select
    :business_date as told_date,
    count(*) as line_count,
    coalesce(cast(sum(lines.net_amount) as decimal(20, 4)), 0) as net_amount
from gold.fact_order_line as lines

-- Orders whose lines name different days.
select
    lines.order_id,
    count(distinct lines.ordered_date) as day_count
from silver.order_lines as lines
group by lines.order_id
having count(distinct lines.ordered_date) > 1

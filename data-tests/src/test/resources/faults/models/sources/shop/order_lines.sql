-- One row per order line.
select
    records._record,
    records.line_id,
    records.order_id,
    records.customer_id,
    records.ordered_date,
    records.quantity,
    cast(records.quantity * records.unit_price as decimal(20, 4)) as net_amount,
    records.updated_at
from bronze.shop_lines as records

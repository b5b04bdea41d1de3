select
    records._record, records.line_id, records.order_id, records.quantity, records.wished_date,
    coalesce(records.updated_at, records.noted_at) as updated_at
from bronze.depot_moves as records

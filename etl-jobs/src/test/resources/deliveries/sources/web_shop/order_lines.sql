select records._record, records.line_id, records.order_id, records.quantity, records.wished_date, records.updated_at
from bronze.web_shop_lines as records

select records._record, records.line_id, records.order_id, records.quantity
from bronze.web_shop_lines as records

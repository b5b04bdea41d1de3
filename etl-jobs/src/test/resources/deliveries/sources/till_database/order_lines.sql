select records._record, records.line_id, records.order_id, records.quantity, records.changed as updated_at
from bronze.till_database_till_lines as records

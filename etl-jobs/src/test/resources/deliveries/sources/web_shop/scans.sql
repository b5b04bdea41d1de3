select records._record, records.receipt_id, records.product_id
from bronze.web_shop_tills as records

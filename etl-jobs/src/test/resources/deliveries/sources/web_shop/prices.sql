select records._record, records.product_id, records.unit_price
from bronze.web_shop_price_list as records

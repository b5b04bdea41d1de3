select records._record, records.shop_id, records.town, records.staff
from bronze.web_shop_shop_list as records

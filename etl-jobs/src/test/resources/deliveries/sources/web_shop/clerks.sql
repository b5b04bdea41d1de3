select records._record, records.clerk_id, records.shop_id, records.stated_at
from bronze.web_shop_clerk_list as records

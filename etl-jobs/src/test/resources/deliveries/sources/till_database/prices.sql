select records._record, records.product_id, records.unit_price
from bronze.till_database_till_prices as records

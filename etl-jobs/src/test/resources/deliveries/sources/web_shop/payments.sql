select records._record, records.payment as payment_id, records.amount as paid_amount, records.cur as currency_code
from bronze.web_shop_bank as records

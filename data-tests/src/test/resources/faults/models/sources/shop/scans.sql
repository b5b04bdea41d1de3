-- One row per scan.
select
    records._record,
    records.receipt_id,
    records.product_id
from bronze.shop_tills as records

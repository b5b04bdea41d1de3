-- One row per article.
select
    records._record,
    records.sku as product_id,
    records.title as product_name,
    records.category,
    records.unit,
    records.vatRate as vat_percent,
    records.listPrice as list_price,
    records.cost as unit_cost,
    false as is_charge,
    records.updatedAt as stated_at,
    to_date(from_utc_timestamp(records.updatedAt, 'Europe/Amsterdam')) as stated_date
from bronze.webshop_products as records

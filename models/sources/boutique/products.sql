-- One row per article and file.
select
    records._record,
    records.`Item Code` as product_id,
    records.`Item Name` as product_name,
    records.Category as category,
    records.Unit as unit,
    records.`VAT %` as vat_percent,
    records.`Retail Price` as list_price,
    records.`Cost Price` as unit_cost,
    false as is_charge,
    records.`Last Changed` as stated_at,
    to_date(from_utc_timestamp(records.`Last Changed`, 'Europe/Amsterdam')) as stated_date
from bronze.boutique_products as records

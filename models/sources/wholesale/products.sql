-- One row per article and day of a file; all of them are articles, none is a charge.
select
    records._record,
    records.Artikel as product_id,
    records.Omschrijving as product_name,
    records.Artikelgroep as category,
    records.Eenheid as unit,
    records.`Btw %` as vat_percent,
    records.Lijstprijs as list_price,
    records.Kostprijs as unit_cost,
    records.Status as product_status,
    false as is_charge,
    records.`Gewijzigd op` as stated_at,
    to_date(from_utc_timestamp(records.`Gewijzigd op`, 'Europe/Amsterdam')) as stated_date
from bronze.wholesale_products as records

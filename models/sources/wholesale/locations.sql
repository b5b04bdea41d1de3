-- One row per warehouse and day of a file.
select
    records._record,
    records.Locatie as location_id,
    records.Naam as location_name,
    records.Soort as location_type,
    records.`Gewijzigd op` as stated_at,
    to_date(from_utc_timestamp(records.`Gewijzigd op`, 'Europe/Amsterdam')) as stated_date
from bronze.wholesale_locations as records

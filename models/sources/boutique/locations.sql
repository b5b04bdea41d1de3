-- One row per boutique and file.
select
    records._record,
    records.`Boutique Code` as location_id,
    records.`Boutique Name` as location_name,
    records.Type as location_type,
    records.`Last Changed` as stated_at,
    to_date(from_utc_timestamp(records.`Last Changed`, 'Europe/Amsterdam')) as stated_date
from bronze.boutique_boutiques as records

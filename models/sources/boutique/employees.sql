-- One row per member of staff and file.
select
    records._record,
    records.`Staff Code` as employee_id,
    records.`Staff Name` as employee_name,
    records.Role as employee_role,
    records.`Boutique Code` as location_id,
    records.`Last Changed` as stated_at,
    to_date(from_utc_timestamp(records.`Last Changed`, 'Europe/Amsterdam')) as stated_date
from bronze.boutique_staff as records

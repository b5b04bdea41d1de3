-- One row per employee and day of a file; who left stays, with the last day.
select
    records._record,
    records.Medewerker as employee_id,
    records.Naam as employee_name,
    records.Functie as employee_role,
    records.Team as team,
    records.Leidinggevende as manager_id,
    records.`In dienst` as hired_date,
    records.`Uit dienst` as left_date,
    records.`Gewijzigd op` as stated_at,
    to_date(from_utc_timestamp(records.`Gewijzigd op`, 'Europe/Amsterdam')) as stated_date
from bronze.wholesale_employees as records

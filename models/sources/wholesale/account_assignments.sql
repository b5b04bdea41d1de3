-- One row per customer, salesperson and first day; the day after the last one is in Tot.
select
    records._record,
    concat_ws('-', records.Klantnr, records.Medewerker, cast(records.Van as string)) as assignment_id,
    records.Klantnr as party_id,
    records.Medewerker as employee_id,
    records.Rol as assignment_role,
    records.Gewicht as weight,
    records.Van as from_date,
    records.Tot as to_date,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_account_assignments as records

-- One row per state of a contract: at signing, and when it has ended.
select
    records._record,
    records.Contractnr as contract_id,
    records.Klantnr as party_id,
    records.Soort as contract_kind,
    records.Status as contract_status,
    records.`Getekend op` as signed_date,
    records.Ingangsdatum as start_date,
    records.Einddatum as end_date,
    records.Opzegdatum as notice_date,
    records.Verkoper as rep_id,
    records.`Tolerantie onder %` as tolerance_under_percent,
    records.`Tolerantie boven %` as tolerance_over_percent,
    records.Grondslag as expected_basis,
    records.Profiel as profile,
    records.Valuta as currency_code,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_contracts as records

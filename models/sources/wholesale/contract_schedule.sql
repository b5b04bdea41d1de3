-- One row per bucket of a contract line.
select
    records._record,
    concat_ws('-', records.Contractnr, records.Regel, cast(records.`Periode van` as string)) as contract_bucket_id,
    concat_ws('-', records.Contractnr, records.Regel) as contract_line_id,
    records.Contractnr as contract_id,
    records.`Periode van` as period_start_date,
    records.`Periode tot` as period_end_date,
    records.Aantal as committed_quantity,
    records.Waarde as committed_amount,
    'EUR' as currency_code,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_contract_schedule as records

-- One row per row of the sheet; two rows of a customer that begin on the same day are one.
select
    records._record,
    concat_ws(
        '-', records.`Systeem / System`, records.`Bedrijf / Company`, coalesce(records.`Klantnummer / Customer number`, 'ALL'),
        cast(records.`Eerste dag / First day` as string)
    ) as closure_id,
    records.`Systeem / System` as of_system,
    records.`Bedrijf / Company` as of_company,
    records.`Klantnummer / Customer number` as party_id,
    records.`Eerste dag / First day` as first_date,
    records.`Laatste dag / Last day` as last_date,
    records.`Reden / Reason` as closure_reason
from bronze.offtake_closures as records

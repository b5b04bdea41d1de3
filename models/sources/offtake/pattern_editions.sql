-- One row per company and first day of an edition; a file that was written again takes the place of the one before.
select
    records._record,
    concat_ws('-', records.system, records.company, cast(records.validFrom as string)) as pattern_edition_id,
    records.system as of_system,
    records.company as of_company,
    records.validFrom as valid_from_date,
    records.customers as customer_count,
    records.orderDays as order_day_count,
    records.parameters,
    records.fittedAt as fitted_at
from bronze.offtake_pattern_editions as records

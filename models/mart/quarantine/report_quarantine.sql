-- One row per record in quarantine, with a reason that a clerk understands in two languages.
-- A correction takes the record's place and takes it out of quarantine, so what stands here is not corrected yet.
select
    records.source_system as source,
    records.content_id as delivery_id,
    records.record_number,
    records.company_code,
    records.source_table,
    records.file_name as delivery,
    records.line_number as line,
    records.entity,
    records.reason_code,
    coalesce(reasons.reason_nl, records.reason_code) as reason_nl,
    coalesce(reasons.reason_en, records.reason_code) as reason_en,
    records.field_name,
    records.field_value,
    records.raw_text as raw,
    records.first_seen_at,
    cast(null as timestamp) as corrected_at
from gold.fact_quarantined_record as records
left join seed.quarantine_reasons as reasons
    on reasons.reason_code = records.reason_code

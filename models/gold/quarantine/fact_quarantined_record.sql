-- One row per record in quarantine, with the file it stands in and when that file first arrived.
-- The same content may lie in several files; the one that arrived first names it.
with arrivals as (
    select
        deliveries.source_system,
        deliveries.source_table,
        deliveries.content,
        min(struct(deliveries.arrived_at, deliveries.file_name)) as first
    from silver.deliveries as deliveries
    group by deliveries.source_system, deliveries.source_table, deliveries.content
)

select
    records.source_system,
    records.company_code,
    records.source_table,
    records.content as content_id,
    records.record_number,
    records.line_number,
    arrivals.first.file_name as file_name,
    records.entity,
    records.reason_code,
    records.field_name,
    records.field_value,
    records.raw_text,
    arrivals.first.arrived_at as first_seen_at
from silver.quarantined_records as records
left join arrivals
    on  arrivals.source_system = records.source_system
    and arrivals.source_table = records.source_table
    and arrivals.content = records.content

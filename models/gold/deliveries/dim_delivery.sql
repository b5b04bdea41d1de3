-- One row per content that arrived, under the first of its names; the same bytes under two names are one content.
select
    deliveries.source_system,
    deliveries.content,
    min(deliveries.file_name) as _file_name,
    min(deliveries.arrived_at) as _arrived_at
from silver.deliveries as deliveries
where deliveries.state <> 'refused'
group by
    deliveries.source_system,
    deliveries.content

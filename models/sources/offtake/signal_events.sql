-- One row per event of a signal.
select
    records._record,
    cast(records.event_number as string) as signal_event_id,
    records.event_number,
    records.signal_id,
    records.event,
    records.event_date,
    records.reason as event_reason,
    records.recorded_at
from bronze.offtake_signal_events as records

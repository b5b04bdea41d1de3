-- What became of each signal, in its order, with what was told.
select
    events.signal_id,
    events.event,
    events.event_date,
    events.reason as event_reason,
    signals.company_code,
    coalesce(signals.party_name, signals.party_id) as party_name,
    signals.signal_kind,
    signals.since_date,
    signals.alarm_date,
    case :lang when 'nl' then signals.text_nl else signals.text_en end as signal_text
from mart.signal_event as events
inner join mart.signal as signals
    on signals.signal_id = events.signal_id
where :company is null or events.company_code = :company
order by events.event_number

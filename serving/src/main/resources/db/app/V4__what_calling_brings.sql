-- What is to come if nothing changes is told with a signal and never moves; and chance may hold a few of them out, so that the
-- effect of calling can be told from what would have come anyway.
alter table app.signal add column predicted_amount numeric(20,4) null;
alter table app.signal add column hold_out_stratum text null;
alter table app.signal add column held_out_until_date date null check (held_out_until_date is null or hold_out_stratum is not null);
create index signal_hold_out on app.signal (hold_out_stratum) where hold_out_stratum is not null;

create or replace view mart.signal as
select
    signal.signal_id,
    case
        when standing.status = 'OPEN' and muted.until_date is not null then 'MUTED'
        when standing.status = 'OPEN' and signal.held_out_until_date >= today.business_date then 'HELD_OUT'
        else standing.status
    end as status,
    signal.raised_date,
    case when standing.status = 'CLOSED' then standing.event_date end as closed_date,
    case when standing.status = 'CLOSED' then standing.reason end as closed_reason,
    case when standing.status = 'WITHDRAWN' then standing.event_date end as withdrawn_date,
    muted.until_date as muted_until_date,
    greatest(
        0,
        case when standing.status = 'OPEN' then today.business_date else standing.event_date end - signal.raised_date
    )::bigint as days_open,
    signal.model,
    signal.rule_code,
    signal.signal_kind,
    signal.source_system,
    signal.company_code,
    signal.party_id,
    signal.subject,
    signal.since_date,
    signal.alarm_date,
    signal.party_name,
    signal.rep_key,
    signal.recipient,
    signal.probability,
    signal.chance,
    signal.stake_amount,
    signal.stake_low_amount,
    signal.stake_high_amount,
    signal.currency_code,
    signal.cause_code,
    signal.action_code,
    signal.text_nl,
    signal.text_en,
    signal.raised_run_id,
    signal.rep_name,
    signal.predicted_amount,
    signal.hold_out_stratum,
    signal.held_out_until_date
from app.signal as signal
join app.signal_standing as standing on standing.signal_id = signal.signal_id
cross join (select max(day.business_date) as business_date from app.signal_day as day) as today
cross join lateral (
    select app.signal_muted_until(
        signal.rule_code, signal.source_system, signal.company_code, signal.party_id, signal.subject, today.business_date)
    where standing.status = 'OPEN'
    union all
    select null where standing.status <> 'OPEN'
) as muted (until_date);
comment on column mart.signal.status is 'OPEN, MUTED (open, and somebody asked to hear no more of it for now), HELD_OUT (open, and chance keeps it from people for a time), CLOSED or WITHDRAWN';
comment on column mart.signal.predicted_amount is 'What is to come in a year of what the signal is about if nothing changes, as it was told';
comment on column mart.signal.hold_out_stratum is 'Group in which chance chose who is held out; null when it could not have been chosen';
comment on column mart.signal.held_out_until_date is 'Last day on which it is kept from people; null when it is not';

-- What people say of a signal in the viewer; it comes into the lake through the front door, as what a sheet or a ticket says does.
create table app.signal_followup (
    followup_number bigint generated always as identity primary key,
    signal_id text not null references app.signal (signal_id),
    said_at timestamptz not null default clock_timestamp(),
    said_date date not null,
    said_by text not null check (btrim(said_by) <> '' and length(said_by) <= 80),
    followup_status text not null,
    cause_code text null,
    action_code text null,
    outcome_code text null,
    expected_amount numeric(20,4) null check (expected_amount >= 0)
);
create index signal_followup_signal on app.signal_followup (signal_id, followup_number desc);
comment on table app.signal_followup is 'What people typed about signals, in the order of followup_number; a later row says how it stands now';
create trigger told before update or delete or truncate on app.signal_followup
    for each statement execute function app.refuse_change();

create view mart.signal_followup as
select
    'viewer-' || followup.followup_number as followup_id,
    followup.signal_id,
    followup.said_at,
    followup.said_date,
    followup.said_by,
    followup.followup_status,
    followup.cause_code,
    followup.action_code,
    followup.outcome_code,
    followup.expected_amount,
    signal.currency_code
from app.signal_followup as followup
join app.signal as signal on signal.signal_id = followup.signal_id;

comment on view mart.signal_followup is 'One row per time that somebody typed in the viewer what became of a signal, from the moment on; mart.report_signal_followup has those of all channels as of the last run';
comment on column mart.signal_followup.followup_id is 'Its name, the same as in mart.report_signal_followup once a run took it in';
comment on column mart.signal_followup.signal_id is 'Signal it is about';
comment on column mart.signal_followup.said_at is 'When it was typed';
comment on column mart.signal_followup.said_date is 'The local business day of it';
comment on column mart.signal_followup.said_by is 'Who typed it, by their own word';
comment on column mart.signal_followup.followup_status is 'How far it is: see mart.report_followup_code';
comment on column mart.signal_followup.cause_code is 'Why the customer left the pattern; null when not said';
comment on column mart.signal_followup.action_code is 'What was done; null when not said';
comment on column mart.signal_followup.outcome_code is 'What came of it; null when not said';
comment on column mart.signal_followup.expected_amount is 'What is expected to come back in a year; null when not said';
comment on column mart.signal_followup.currency_code is 'Currency of the amount';

grant select on mart.signal_followup to offtake_reader;

-- Who is to call stands in the signal by name too.
alter table app.signal add column rep_name text null;

create or replace view mart.signal as
select
    signal.signal_id,
    case when standing.status = 'OPEN' and muted.until_date is not null then 'MUTED' else standing.status end as status,
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
    signal.rep_name
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
comment on column mart.signal.rep_name is 'Name of the salesperson who was told; null where nobody was, and of signals told before names were kept';

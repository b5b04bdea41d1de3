-- What people were told, when, and what became of it. Episodes in mart.signal_* are worked out again at will; this is not.
create table app.signal (
    signal_number bigint generated always as identity,
    signal_id text primary key
        generated always as ('S-' || lpad(signal_number::text, greatest(6, length(signal_number::text)), '0')) stored,
    model text not null,
    rule_code text not null,
    signal_kind text not null,
    source_system text not null,
    company_code text not null,
    party_id text not null,
    subject text not null,
    since_date date not null,
    alarm_date date not null,
    party_name text null,
    rep_key bigint not null,
    recipient text not null,
    probability double precision null,
    chance double precision null,
    stake_amount numeric(20,4) null,
    stake_low_amount numeric(20,4) null,
    stake_high_amount numeric(20,4) null,
    currency_code text not null,
    cause_code text null,
    action_code text null,
    text_nl text not null,
    text_en text not null,
    raised_date date not null,
    raised_run_id bigint not null references app.run (run_id)
);
create index signal_subject on app.signal
    (company_code, party_id, rule_code, signal_kind, subject, source_system, model);
comment on table app.signal is 'One row per signal told, as it was told; never changed';

create table app.signal_event (
    event_number bigint generated always as identity primary key,
    signal_id text not null references app.signal (signal_id),
    event text not null check (event in ('RAISED', 'CLOSED', 'WITHDRAWN', 'REOPENED')),
    event_date date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    run_id bigint not null references app.run (run_id),
    reason text null
);
create index signal_event_signal on app.signal_event (signal_id, event_number desc);
comment on table app.signal_event is 'What became of each signal, in the order of event_number; the last one says how it stands';

create table app.signal_mute (
    mute_id bigint generated always as identity primary key,
    rule_code text null,
    source_system text null,
    company_code text not null,
    party_id text not null,
    subject text null,
    muted_from date not null,
    muted_until date not null check (muted_until >= muted_from),
    reason text not null check (btrim(reason) <> ''),
    muted_by text not null,
    recorded_at timestamptz not null default clock_timestamp()
);
create index signal_mute_party on app.signal_mute (company_code, party_id);
comment on table app.signal_mute is 'Who asked to hear no more of a customer, until when and why; null: of every rule, system, subject';

create table app.signal_day (
    business_date date primary key,
    run_id bigint not null references app.run (run_id),
    recorded_at timestamptz not null default clock_timestamp()
);
comment on table app.signal_day is 'The days that signals were told for; an earlier day is never told afterwards';

create function app.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'app.% keeps what was told: a row of it is never changed or deleted. Add a row instead', tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger told before update or delete or truncate on app.signal
    for each statement execute function app.refuse_change();
create trigger told before update or delete or truncate on app.signal_event
    for each statement execute function app.refuse_change();
create trigger told before update or delete or truncate on app.signal_mute
    for each statement execute function app.refuse_change();
create trigger told before update or delete or truncate on app.signal_day
    for each statement execute function app.refuse_change();

create view app.signal_standing as
select distinct on (event.signal_id)
    event.signal_id,
    case when event.event in ('RAISED', 'REOPENED') then 'OPEN' else event.event end as status,
    event.event_date,
    event.reason
from app.signal_event as event
order by event.signal_id, event.event_number desc;
comment on view app.signal_standing is 'How each signal stands: OPEN, CLOSED or WITHDRAWN, since when and why';

-- Readers ask it by mart.signal, so it looks at the mutes in the name of their owner.
create function app.signal_muted_until(
    of_rule text, of_system text, of_company text, of_party text, of_subject text, on_date date)
returns date language sql stable security definer set search_path = '' as $$
    select max(mute.muted_until)
    from app.signal_mute as mute
    where mute.company_code = of_company
      and mute.party_id = of_party
      and (mute.rule_code is null or mute.rule_code = of_rule)
      and (mute.source_system is null or mute.source_system = of_system)
      and (mute.subject is null or mute.subject = of_subject)
      and on_date between mute.muted_from and mute.muted_until
$$;
comment on function app.signal_muted_until is 'The last day of the mutes that cover this day; null when none does';

create view mart.signal as
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
    signal.raised_run_id
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

create view mart.signal_event as
select
    event.event_number,
    event.signal_id,
    event.event,
    event.event_date,
    event.recorded_at,
    event.run_id,
    event.reason,
    signal.rule_code,
    signal.company_code,
    signal.party_id,
    signal.rep_key
from app.signal_event as event
join app.signal as signal on signal.signal_id = event.signal_id;

comment on view mart.signal is 'One row per signal told: what was told, how it stands on the last day that was told for';
comment on column mart.signal.signal_id is 'The number people call it by, such as S-000123';
comment on column mart.signal.status is 'OPEN, MUTED (open, and somebody asked to hear no more of it for now), CLOSED or WITHDRAWN';
comment on column mart.signal.raised_date is 'Business date on which it was first told';
comment on column mart.signal.closed_date is 'Day on which the deviation ended; null unless closed';
comment on column mart.signal.closed_reason is 'How the deviation ended, as the model says; null unless closed';
comment on column mart.signal.withdrawn_date is 'Business date on which late data had taken the deviation away; null unless withdrawn';
comment on column mart.signal.muted_until_date is 'Last day of the mute; null unless muted';
comment on column mart.signal.days_open is 'Days from raised_date until it was closed or withdrawn, or until the last day that was told for';
comment on column mart.signal.model is 'Mart model whose episode it tells';
comment on column mart.signal.rule_code is 'Rule that was broken';
comment on column mart.signal.signal_kind is 'Kind of deviation within the rule';
comment on column mart.signal.source_system is 'System that knows the customer by party_id';
comment on column mart.signal.company_code is 'Company that sells to the customer';
comment on column mart.signal.party_id is 'Number of the customer';
comment on column mart.signal.subject is 'Product group or contract line; empty when it is about the whole customer';
comment on column mart.signal.since_date is 'Since when, as it was told';
comment on column mart.signal.alarm_date is 'Day on which the deviation became one, as it was told';
comment on column mart.signal.party_name is 'Name of the customer, as it was told';
comment on column mart.signal.rep_key is 'Salesperson who was told; 0 is unknown';
comment on column mart.signal.recipient is 'Whose it is to act on: REP or SUPPLY';
comment on column mart.signal.probability is 'That it is a real change, as it was told';
comment on column mart.signal.chance is 'How often chance alone looks like this, as it was told';
comment on column mart.signal.stake_amount is 'Money at stake, as it was told';
comment on column mart.signal.stake_low_amount is 'Lower end of the money at stake, as it was told';
comment on column mart.signal.stake_high_amount is 'Upper end of the money at stake, as it was told';
comment on column mart.signal.currency_code is 'Currency of the amounts';
comment on column mart.signal.cause_code is 'Likely cause, as it was told';
comment on column mart.signal.action_code is 'Suggested action, as it was told';
comment on column mart.signal.text_nl is 'What was told, in Dutch';
comment on column mart.signal.text_en is 'What was told, in English';
comment on column mart.signal.raised_run_id is 'Run that told it';

comment on view mart.signal_event is 'One row per thing that became of a signal, in the order of event_number';
comment on column mart.signal_event.event_number is 'Order of the events';
comment on column mart.signal_event.signal_id is 'Signal it became of';
comment on column mart.signal_event.event is 'RAISED, CLOSED, WITHDRAWN or REOPENED';
comment on column mart.signal_event.event_date is 'Day the deviation ended, for CLOSED; else the business date of the run';
comment on column mart.signal_event.recorded_at is 'When it was written down';
comment on column mart.signal_event.run_id is 'Run that wrote it down';
comment on column mart.signal_event.reason is 'Why: the reason of the model for CLOSED, words for WITHDRAWN and REOPENED';
comment on column mart.signal_event.rule_code is 'Rule of the signal';
comment on column mart.signal_event.company_code is 'Company of the signal';
comment on column mart.signal_event.party_id is 'Customer of the signal';
comment on column mart.signal_event.rep_key is 'Salesperson of the signal';

grant select on mart.signal, mart.signal_event to offtake_reader;

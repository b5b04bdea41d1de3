-- What is planned, under way and done. The first table is db-scheduler's, as its documentation gives it.
create table app.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on app.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on app.scheduled_tasks (last_heartbeat);
comment on table app.scheduled_tasks is 'When the scheduler looks at a schedule next; kept by db-scheduler';

create table app.schedule_run (
    schedule_run_id bigint generated always as identity primary key,
    schedule_name text not null,
    run_key text not null,
    cause text not null check (cause in ('schedule', 'after', 'hand', 'backfill')),
    planned_at timestamptz not null,
    business_date date not null,
    status text not null check (status in ('planned', 'running', 'waiting', 'done', 'failed', 'skipped')),
    steps_done int not null default 0,
    passed_over int not null default 0,
    started_at timestamptz null,
    finished_at timestamptz null,
    message text null,
    unique (schedule_name, run_key),
    check ((status in ('done', 'failed', 'skipped')) = (finished_at is not null))
);
create index schedule_run_newest on app.schedule_run (schedule_name, planned_at desc);
comment on table app.schedule_run is 'One row per run of a schedule';
comment on column app.schedule_run.run_key is 'What tells it from the other runs of its schedule: for one at a planned time, that instant';
comment on column app.schedule_run.cause is 'schedule: its time had come; after: another schedule was done; hand: somebody asked for it; backfill: one of a range of days';
comment on column app.schedule_run.planned_at is 'When it was to start; one after another has the time of that one';
comment on column app.schedule_run.status is 'planned: asked for; running; waiting: to try a step again, or to go on after a stop; done; failed; skipped: too late or paused';
comment on column app.schedule_run.steps_done is 'How many of the steps are done; it goes on with the next';
comment on column app.schedule_run.passed_over is 'How many planned times before this one nothing ran for';

create table app.schedule_attempt (
    schedule_run_id bigint not null references app.schedule_run,
    attempt int not null,
    step_name text not null,
    started_at timestamptz not null,
    finished_at timestamptz null,
    exit_code int null,
    message text null,
    primary key (schedule_run_id, attempt),
    check ((finished_at is null) = (exit_code is null))
);
comment on table app.schedule_attempt is 'One row per try of a step; one that was ended from outside never finished';

create table app.schedule_pause (
    schedule_name text primary key,
    paused_at timestamptz not null,
    paused_by text not null,
    reason text not null
);
comment on table app.schedule_pause is 'Schedules that pass over their times for now';

grant select on app.schedule_run, app.schedule_attempt, app.schedule_pause to offtake_reader;

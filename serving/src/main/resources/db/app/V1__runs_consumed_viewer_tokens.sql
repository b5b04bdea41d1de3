-- What the lake cannot make again lives in app; what people read lives in mart.
create schema if not exists mart;

create table app.run (
    run_id bigint generated always as identity primary key,
    started_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz null,
    business_date date not null,
    status text not null default 'running'
        check (status in ('running', 'published', 'failed', 'nothing_new')),
    message text null,
    manifest jsonb null,
    check ((status = 'running') = (finished_at is null)),
    check ((status = 'published') = (manifest is not null))
);
comment on table app.run is 'One row per run; readers find here what is published and what failed since';
comment on column app.run.manifest is 'Table name to {version, id} of every table the published rows were computed from';

create table app.consumed (
    model text primary key,
    state jsonb not null
);
comment on table app.consumed is 'What the publication of a mart model consumed; losing a row costs a rebuild, never truth';

create table app.viewer_token (
    token_hash bytea primary key,
    expires_at timestamptz not null,
    used_at timestamptz null
);
comment on table app.viewer_token is 'One-time links into the viewer; only the hash is kept';

grant usage on schema mart, app to offtake_reader;
grant select on app.run to offtake_reader;
alter default privileges in schema mart grant select on tables to offtake_reader;

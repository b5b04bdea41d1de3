create table app.metabase_object (
    server text not null,
    kind text not null,
    slug text not null,
    object_id bigint not null,
    entity_id text null,
    published text not null,
    published_at timestamptz not null default clock_timestamp(),
    primary key (server, kind, slug)
);
comment on table app.metabase_object is 'What was published to Metabase, and under which number it is there; losing a row makes drift silent, never a second copy';
comment on column app.metabase_object.server is 'The address of the Metabase';
comment on column app.metabase_object.slug is 'How the files know it: language, dashboard, item';
comment on column app.metabase_object.object_id is 'Its number there';
comment on column app.metabase_object.entity_id is 'The name that Metabase keeps for it for good; null where the kind has none';
comment on column app.metabase_object.published is 'What was published of it, as JSON, so that a change by hand is known as one; no secret is in it';

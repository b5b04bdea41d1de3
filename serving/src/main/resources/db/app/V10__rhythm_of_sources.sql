-- How often each table of a source comes and how much it brings, as it was when something came last.
create table app.source_rhythm (
    source_system text not null,
    source_table text not null,
    last_date date not null,
    due_date date not null,
    record_count bigint not null,
    least_count bigint not null,
    most_count bigint not null,
    primary key (source_system, source_table)
);
comment on table app.source_rhythm is 'One row per source table whose rhythm is known: when its next delivery is due, and what a day usually brings';
comment on column app.source_rhythm.last_date is 'The last local day there is a delivery of';
comment on column app.source_rhythm.due_date is 'The last local day on which the next one has usually come';
comment on column app.source_rhythm.record_count is 'Records of the newest day that is over';
comment on column app.source_rhythm.least_count is 'The fewest records of a day before it';
comment on column app.source_rhythm.most_count is 'The most records of a day before it';
grant select on app.source_rhythm to offtake_reader;

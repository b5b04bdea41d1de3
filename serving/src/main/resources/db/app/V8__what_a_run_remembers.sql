-- A run that is stopped between two steps, or let go on by hand, goes on with what it knew.
alter table app.schedule_run add shortcomings text null;
alter table app.schedule_run add attempts_forgiven int not null default 0;
comment on column app.schedule_run.shortcomings is 'What was not there in the steps that it went on after';
comment on column app.schedule_run.attempts_forgiven is 'So many tries count no longer, as somebody let the run go on after them';

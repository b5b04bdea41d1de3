-- A pause that has ended is kept: what was passed over in it was not promised.
alter table app.schedule_pause add column resumed_at timestamptz;
comment on column app.schedule_pause.resumed_at is 'When the pause ended; null while it lasts';

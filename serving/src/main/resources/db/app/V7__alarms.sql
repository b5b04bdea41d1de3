create table app.alarm (
    alarm_id bigint generated always as identity primary key,
    alarm_key text not null,
    owner text not null,
    what text not null,
    reason text not null,
    next_step text not null,
    raised_at timestamptz not null,
    told_at timestamptz null,
    recovered_at timestamptz null,
    recovery_told_at timestamptz null
);
create unique index alarm_open on app.alarm (alarm_key) where recovered_at is null;
comment on table app.alarm is 'What did not go as it should: one row from when it was seen until it was well again';
comment on column app.alarm.alarm_key is 'What it is about; of each key one alarm is open at most';
comment on column app.alarm.owner is 'Who is told, a name of `people` in the configuration';
comment on column app.alarm.told_at is 'When the mail server took the letter; null when it is still to be told';
comment on column app.alarm.recovery_told_at is 'The same for the letter that says that it is well again';
grant select on app.alarm to offtake_reader;

create table app.letter (
    letter_id text primary key,
    sent_to text not null,
    sent_at timestamptz not null
);
comment on table app.letter is 'Letters that the mail server took, so that each is sent once: the morning list of a day and a person';

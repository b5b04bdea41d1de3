-- Generated from the contracts by `offtake new migration`.
create table mart.kpi_signal_effect (
    source_system text not null,
    company_code text not null,
    signal_kind text not null,
    currency_code text not null,
    effect_basis text not null,
    shown_count bigint not null,
    contacted_count bigint not null,
    held_out_count bigint not null,
    recovered_amount numeric(20,4) not null,
    recovered_total_amount numeric(20,4) not null,
    recovered_low_amount numeric(20,4) null,
    recovered_high_amount numeric(20,4) null
);
create unique index kpi_signal_effect_grain on mart.kpi_signal_effect (source_system, company_code, signal_kind, currency_code, effect_basis) nulls not distinct;
create index kpi_signal_effect_unit on mart.kpi_signal_effect (company_code);
comment on table mart.kpi_signal_effect is 'One row per company, kind of signal, currency and way to tell what calling brought (R6), over the signals whose 90 days have passed by the business date.';
comment on column mart.kpi_signal_effect.source_system is 'The system that numbers the customers';
comment on column mart.kpi_signal_effect.company_code is 'The company whose customers they are';
comment on column mart.kpi_signal_effect.signal_kind is 'Kind of deviation';
comment on column mart.kpi_signal_effect.currency_code is 'Currency of the amounts';
comment on column mart.kpi_signal_effect.effect_basis is 'HELD_OUT: shown less held out of the same groups. MODEL_BASED: contacted less what had been predicted, which also counts customers who would have come back anyway';
comment on column mart.kpi_signal_effect.shown_count is 'Signals that people were shown';
comment on column mart.kpi_signal_effect.contacted_count is 'Of these, those that somebody did something about within 90 days';
comment on column mart.kpi_signal_effect.held_out_count is 'Signals that chance held out';
comment on column mart.kpi_signal_effect.recovered_amount is 'Mean of what was ordered above the prediction in 90 days, a signal: of those shown less that of those held out, or of those contacted';
comment on column mart.kpi_signal_effect.recovered_total_amount is 'The same times the signals shown, or times those contacted when MODEL_BASED; never added to the other basis';
comment on column mart.kpi_signal_effect.recovered_low_amount is 'Lower end of an interval that holds the mean in 95 of 100 cases; null with fewer than ten signals on a side';
comment on column mart.kpi_signal_effect.recovered_high_amount is 'Its upper end';

create table mart.kpi_signal_followup (
    signal_id text not null,
    rule_code text not null,
    signal_kind text not null,
    source_system text not null,
    company_code text not null,
    party_id text null,
    party_key bigint not null,
    subject text null,
    rep_key bigint not null,
    recipient text not null,
    since_date date not null,
    alarm_date date not null,
    raised_date date not null,
    acknowledge_due_date date null,
    acknowledged_date date null,
    acknowledge_working_days bigint null,
    acted_date date null,
    done_date date null,
    ended_date date null,
    ended_reason text null,
    followup_status text not null,
    cause_code text null,
    action_code text null,
    outcome_code text null,
    followup_count bigint not null,
    probability double precision null,
    stake_amount numeric(20,4) null,
    predicted_amount numeric(20,4) null,
    hold_out_stratum text null,
    held_out_until_date date null,
    expected_amount numeric(20,4) null,
    currency_code text not null,
    party_name text null,
    rep_name text null
);
create unique index kpi_signal_followup_grain on mart.kpi_signal_followup (signal_id) nulls not distinct;
comment on table mart.kpi_signal_followup is 'One row per signal that was told, with the customer''s name and how it was followed up (K71, K72).';
comment on column mart.kpi_signal_followup.signal_id is 'The number people call it by, such as S-000123';
comment on column mart.kpi_signal_followup.rule_code is 'Rule that was broken';
comment on column mart.kpi_signal_followup.signal_kind is 'Kind of deviation within the rule';
comment on column mart.kpi_signal_followup.source_system is 'The system that numbers the customer';
comment on column mart.kpi_signal_followup.company_code is 'The company whose customer it is';
comment on column mart.kpi_signal_followup.party_id is 'The customer''s number; null when it is about no customer';
comment on column mart.kpi_signal_followup.party_key is 'The customer as they were when it was told; 0 when it is about none';
comment on column mart.kpi_signal_followup.subject is 'Product group or contract line; null when it is about the whole customer';
comment on column mart.kpi_signal_followup.rep_key is 'The salesperson who was told; 0 when nobody was';
comment on column mart.kpi_signal_followup.recipient is 'Whose it is to act on';
comment on column mart.kpi_signal_followup.since_date is 'Since when, as it was told';
comment on column mart.kpi_signal_followup.alarm_date is 'Day on which the deviation became one, as it was told';
comment on column mart.kpi_signal_followup.raised_date is 'Business date on which it was told';
comment on column mart.kpi_signal_followup.acknowledge_due_date is 'Third working day after it was told; who has not said a word by its end is late (D60)';
comment on column mart.kpi_signal_followup.acknowledged_date is 'First day on which somebody said anything of it';
comment on column mart.kpi_signal_followup.acknowledge_working_days is 'Working days from raised_date to acknowledged_date; below zero when it was said before';
comment on column mart.kpi_signal_followup.acted_date is 'First day on which something was done';
comment on column mart.kpi_signal_followup.done_date is 'Last day on which it was said to be done or no deviation';
comment on column mart.kpi_signal_followup.ended_date is 'The day the deviation ended by itself or was taken back by late data; null while it stands';
comment on column mart.kpi_signal_followup.ended_reason is 'As the model says of its end, or WITHDRAWN';
comment on column mart.kpi_signal_followup.followup_status is 'The last that was said: ACKNOWLEDGED, ACTED, DONE or FALSE_ALARM; NOT_YET while nothing was';
comment on column mart.kpi_signal_followup.cause_code is 'The last cause that was said; labels in seed.followup_codes';
comment on column mart.kpi_signal_followup.action_code is 'The last action that was said';
comment on column mart.kpi_signal_followup.outcome_code is 'The last outcome that was said';
comment on column mart.kpi_signal_followup.followup_count is 'How often something was said';
comment on column mart.kpi_signal_followup.probability is 'That it is a real change, as it was told';
comment on column mart.kpi_signal_followup.stake_amount is 'Money at stake, as it was told';
comment on column mart.kpi_signal_followup.predicted_amount is 'What is to come in a year if nothing changes, as it was told';
comment on column mart.kpi_signal_followup.hold_out_stratum is 'Group in which chance chose who is held out; null when it could not have been chosen';
comment on column mart.kpi_signal_followup.held_out_until_date is 'Last day on which chance keeps it from people';
comment on column mart.kpi_signal_followup.expected_amount is 'The last that was said to be expected back in a year';
comment on column mart.kpi_signal_followup.currency_code is 'Currency of the amounts';
comment on column mart.kpi_signal_followup.party_name is 'Name of the customer when it was told';
comment on column mart.kpi_signal_followup.rep_name is 'Name of the salesperson who was told';

create table mart.report_followup_code (
    code_kind text not null,
    code text not null,
    code_order bigint not null,
    text_nl text not null,
    text_en text not null
);
create unique index report_followup_code_grain on mart.report_followup_code (code_kind, code) nulls not distinct;
create index report_followup_code_unit on mart.report_followup_code (code);
comment on table mart.report_followup_code is 'What can be said of a signal when it is followed up, in Dutch and English.';
comment on column mart.report_followup_code.code_kind is 'STATUS, CAUSE, ACTION or OUTCOME';
comment on column mart.report_followup_code.code is 'What is kept';
comment on column mart.report_followup_code.code_order is 'The order in which people choose from them';
comment on column mart.report_followup_code.text_nl is 'In Dutch';
comment on column mart.report_followup_code.text_en is 'In English';

create table mart.report_signal_followup (
    from_system text not null,
    from_company text not null,
    followup_id text not null,
    signal_id text not null,
    channel text not null,
    company_code text not null,
    party_id text null,
    rep_key bigint not null,
    said_at timestamptz null,
    said_date date not null,
    said_by text null,
    followup_status text not null,
    cause_code text null,
    action_code text null,
    outcome_code text null,
    expected_amount numeric(20,4) null,
    currency_code text null
);
create unique index report_signal_followup_grain on mart.report_signal_followup (from_system, from_company, followup_id) nulls not distinct;
create index report_signal_followup_unit on mart.report_signal_followup (signal_id);
comment on table mart.report_signal_followup is 'One row per time that somebody said what became of a signal, in any channel, as of the last run.';
comment on column mart.report_signal_followup.from_system is 'The system it was said in; offtake for the viewer and sheets';
comment on column mart.report_signal_followup.from_company is 'The company of that system';
comment on column mart.report_signal_followup.followup_id is 'Channel and number there';
comment on column mart.report_signal_followup.signal_id is 'The signal it is about';
comment on column mart.report_signal_followup.channel is 'VIEWER, SHEET or TICKET';
comment on column mart.report_signal_followup.company_code is 'The company whose customer it is';
comment on column mart.report_signal_followup.party_id is 'The customer''s number';
comment on column mart.report_signal_followup.rep_key is 'The salesperson who was told of the signal; 0 when nobody was';
comment on column mart.report_signal_followup.said_at is 'When it was said; null where only the day is known';
comment on column mart.report_signal_followup.said_date is 'The local business day of it';
comment on column mart.report_signal_followup.said_by is 'Who says so, by their own word';
comment on column mart.report_signal_followup.followup_status is 'ACKNOWLEDGED, ACTED, DONE or FALSE_ALARM';
comment on column mart.report_signal_followup.cause_code is 'Why the customer left the pattern; labels in seed.followup_codes';
comment on column mart.report_signal_followup.action_code is 'What was done';
comment on column mart.report_signal_followup.outcome_code is 'What came of it';
comment on column mart.report_signal_followup.expected_amount is 'What is expected to come back in a year';
comment on column mart.report_signal_followup.currency_code is 'Currency of the amount';

alter table mart.signal_pattern add column predicted_amount numeric(20,4) null;
comment on column mart.signal_pattern.predicted_amount is 'What is to come in a year of what has changed if nothing is done: nothing after a stop; else what is left at the pace or size that was seen';

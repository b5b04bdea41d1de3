-- Generated from the contracts by `offtake new migration`.
create table mart.signal_pattern (
    rule_code text not null,
    signal_kind text not null,
    source_system text not null,
    company_code text not null,
    party_id text not null,
    subject text not null,
    since_date date not null,
    alarm_date date not null,
    closed_date date null,
    closed_reason text null,
    party_name text null,
    rep_key bigint not null,
    rep_name text null,
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
    text_en text not null
);
create unique index signal_pattern_grain on mart.signal_pattern (rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date) nulls not distinct;
create index signal_pattern_unit on mart.signal_pattern (party_id);
comment on table mart.signal_pattern is 'One row per time that a customer who may order left their purchase pattern, as it is told to the salesperson (D04, D05, D06); what was told stands in mart.signal.';
comment on column mart.signal_pattern.rule_code is 'D04 rhythm, D05 quantities, D06 product groups';
comment on column mart.signal_pattern.signal_kind is 'STOPPED, SLOWER, GROUP_STOPPED, SIZE_DROPPED, SIZE_JUMPED or FASTER';
comment on column mart.signal_pattern.source_system is 'The system that numbers the customer';
comment on column mart.signal_pattern.company_code is 'The company whose customer it is';
comment on column mart.signal_pattern.party_id is 'The number the customer goes by now';
comment on column mart.signal_pattern.subject is 'The product group that stopped or jumped; empty when it is about all';
comment on column mart.signal_pattern.since_date is 'Day of the last order before the change, by the likeliest beginning';
comment on column mart.signal_pattern.alarm_date is 'The day at whose end the evidence is enough; a later day than today is due if nothing more is ordered';
comment on column mart.signal_pattern.closed_date is 'The day from which there is nothing more to tell';
comment on column mart.signal_pattern.closed_reason is 'ORDERED, BACK, REPLACED or USUAL_NOW';
comment on column mart.signal_pattern.party_name is 'Latest known name of the customer';
comment on column mart.signal_pattern.rep_key is 'Who answered for the customer on the day of the alarm, the one with the greatest share; 0 when nobody did';
comment on column mart.signal_pattern.rep_name is 'Their latest known name';
comment on column mart.signal_pattern.recipient is 'REP, or SUPPLY when we delivered late ourselves';
comment on column mart.signal_pattern.probability is 'That the customer has changed in that direction at all';
comment on column mart.signal_pattern.chance is 'Share of customers without a change of whom as much is seen; null where it is not worked out';
comment on column mart.signal_pattern.stake_amount is 'What no longer comes, in a year';
comment on column mart.signal_pattern.stake_low_amount is 'Lower end of an interval that holds 80 of 100 years';
comment on column mart.signal_pattern.stake_high_amount is 'Its upper end';
comment on column mart.signal_pattern.currency_code is 'Currency of the last order';
comment on column mart.signal_pattern.cause_code is 'Likely cause by rule: COMPLAINT (one was open) or SUPPLY (we delivered more than a week late); null when unknown';
comment on column mart.signal_pattern.action_code is 'Suggested: CALL, SOLVE_COMPLAINT, DELIVER or CONFIRM';
comment on column mart.signal_pattern.text_nl is 'All of it in Dutch, as it is told';
comment on column mart.signal_pattern.text_en is 'The same in English';

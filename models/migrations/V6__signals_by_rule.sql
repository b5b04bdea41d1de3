-- Generated from the contracts by `offtake new migration`; the two tables of V5 are one now.
drop table mart.signal_ticket;
drop table mart.signal_invoice;

create table mart.signal_rule (
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
    predicted_amount numeric(20,4) null,
    currency_code text not null,
    cause_code text null,
    action_code text null,
    item_count bigint not null,
    text_nl text not null,
    text_en text not null
);
create unique index signal_rule_grain on mart.signal_rule (rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date) nulls not distinct;
create index signal_rule_unit on mart.signal_rule (party_id);
comment on table mart.signal_rule is 'One row per time that documents of a customer, a deal or a series of numbers go against a rule, as it is told; what was told stands in mart.signal.';
comment on column mart.signal_rule.rule_code is 'The rule, as seed.signal_rules has it: D03 to D17 of sales, D20 to D27 of service, D40 to D44 of finance';
comment on column mart.signal_rule.signal_kind is 'What is told, as seed.signal_rules has it';
comment on column mart.signal_rule.source_system is 'The system that the documents are of';
comment on column mart.signal_rule.company_code is 'The company whose they are';
comment on column mart.signal_rule.party_id is 'The customer''s number, as the documents have it; empty where it is about a deal or a series of numbers or no customer is known';
comment on column mart.signal_rule.subject is 'The contract, quote, order or deal it is about, or the letters of the document numbers; empty where it is about the customer';
comment on column mart.signal_rule.since_date is 'The day on which the first of it began';
comment on column mart.signal_rule.alarm_date is 'The day from which it is told; a later day than today is due if nothing happens';
comment on column mart.signal_rule.closed_date is 'The day from which there is nothing more to tell';
comment on column mart.signal_rule.closed_reason is 'What became of the last of it: ANSWERED, SOLVED, INFORMED, CREDITED, INVOICED, DECIDED, DELIVERED or TOLD_LONG';
comment on column mart.signal_rule.party_name is 'Latest known name of the customer';
comment on column mart.signal_rule.rep_key is 'Who answered for the customer on the day of the alarm, the one with the greatest share; 0 when nobody did';
comment on column mart.signal_rule.rep_name is 'Their name on that day';
comment on column mart.signal_rule.recipient is 'To whom it goes, as seed.signal_rules says';
comment on column mart.signal_rule.probability is 'Null; a rule holds or does not';
comment on column mart.signal_rule.chance is 'How rarely as much comes by chance, where it is worked out (D20)';
comment on column mart.signal_rule.stake_amount is 'What the documents are about, together; null where no amount can be named or there are several currencies';
comment on column mart.signal_rule.stake_low_amount is 'Null; the amount is not estimated';
comment on column mart.signal_rule.stake_high_amount is 'Null; the amount is not estimated';
comment on column mart.signal_rule.predicted_amount is 'Null: a rule predicts nothing';
comment on column mart.signal_rule.currency_code is 'Currency of the amount';
comment on column mart.signal_rule.cause_code is 'NO_INVOICE or NO_REASON, of a credit note without one';
comment on column mart.signal_rule.action_code is 'Suggested, as seed.signal_rules says';
comment on column mart.signal_rule.item_count is 'How many documents it is about';
comment on column mart.signal_rule.text_nl is 'All of it in Dutch, as it is told';
comment on column mart.signal_rule.text_en is 'The same in English';

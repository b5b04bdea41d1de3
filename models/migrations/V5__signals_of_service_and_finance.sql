-- Generated from the contracts by `offtake new migration`.
create table mart.signal_invoice (
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
create unique index signal_invoice_grain on mart.signal_invoice (rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date) nulls not distinct;
create index signal_invoice_unit on mart.signal_invoice (party_id);
comment on table mart.signal_invoice is 'One row per time that documents of a customer, or a series of their numbers, ask for finance (D40, D41, D42, D44); what was told stands in mart.signal.';
comment on column mart.signal_invoice.rule_code is 'D40 credits, D41 delivered and not invoiced, D42 invoiced otherwise than ordered, D44 document numbers';
comment on column mart.signal_invoice.signal_kind is 'CREDIT_UNLINKED, CREDIT_ABOVE_INVOICE, CREDIT_TWICE, NOT_INVOICED, INVOICED_PRICE, INVOICED_QUANTITY, NUMBER_MISSING or NUMBER_TWICE';
comment on column mart.signal_invoice.source_system is 'The system that the documents are of';
comment on column mart.signal_invoice.company_code is 'The company whose they are';
comment on column mart.signal_invoice.party_id is 'The customer''s number; empty of D44 and where no customer is known';
comment on column mart.signal_invoice.subject is 'The letters of the document numbers of D44; empty where it is about the customer';
comment on column mart.signal_invoice.since_date is 'The day on which the first of it began';
comment on column mart.signal_invoice.alarm_date is 'The day from which it is told; a later day than today is due if nothing happens';
comment on column mart.signal_invoice.closed_date is 'The day from which there is nothing more to tell';
comment on column mart.signal_invoice.closed_reason is 'CREDITED, INVOICED or TOLD_LONG';
comment on column mart.signal_invoice.party_name is 'Latest known name of the customer';
comment on column mart.signal_invoice.rep_key is 'Who answered for the customer at the first of it; 0 when nobody did';
comment on column mart.signal_invoice.rep_name is 'Null: it is not for the salesperson';
comment on column mart.signal_invoice.recipient is 'To whom it goes, as seed.signal_rules says';
comment on column mart.signal_invoice.probability is 'Null; a rule holds or does not';
comment on column mart.signal_invoice.chance is 'Null';
comment on column mart.signal_invoice.stake_amount is 'Credited without ground, not invoiced, or the difference, before VAT; null of D44';
comment on column mart.signal_invoice.stake_low_amount is 'Null; the amount is not estimated';
comment on column mart.signal_invoice.stake_high_amount is 'Null; the amount is not estimated';
comment on column mart.signal_invoice.predicted_amount is 'Null: a rule predicts nothing';
comment on column mart.signal_invoice.currency_code is 'Currency of the amount';
comment on column mart.signal_invoice.cause_code is 'NO_INVOICE or NO_REASON, of a credit note without one';
comment on column mart.signal_invoice.action_code is 'Suggested: INVOICE or CHECK';
comment on column mart.signal_invoice.item_count is 'How many documents it is about';
comment on column mart.signal_invoice.text_nl is 'All of it in Dutch, as it is told';
comment on column mart.signal_invoice.text_en is 'The same in English';

create table mart.signal_ticket (
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
create unique index signal_ticket_grain on mart.signal_ticket (rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date) nulls not distinct;
create index signal_ticket_unit on mart.signal_ticket (party_id);
comment on table mart.signal_ticket is 'One row per time that the tickets of a customer, or of a deal, ask for somebody (D20, D21, D24 to D27); what was told stands in mart.signal.';
comment on column mart.signal_ticket.rule_code is 'D20 contacts about a deal, D21 late, D24 incomplete, D25 credit to come, D26 bad score, D27 compensation';
comment on column mart.signal_ticket.signal_kind is 'CONTACT_SPIKE, REPLY_LATE, REPLY_LATE_HIGH, SOLUTION_LATE, SOLUTION_LATE_HIGH, COMPLAINT_INCOMPLETE, REP_NOT_INFORMED, CREDIT_TO_COME, BAD_SCORE or COMPENSATION';
comment on column mart.signal_ticket.source_system is 'The system that the documents are of';
comment on column mart.signal_ticket.company_code is 'The company whose they are';
comment on column mart.signal_ticket.party_id is 'The customer''s number; empty where it is about a deal or no customer is known';
comment on column mart.signal_ticket.subject is 'The deal of D20; empty where it is about the customer';
comment on column mart.signal_ticket.since_date is 'The day on which the first of it began';
comment on column mart.signal_ticket.alarm_date is 'The day from which it is told; a later day than today is due if nothing happens';
comment on column mart.signal_ticket.closed_date is 'The day from which there is nothing more to tell';
comment on column mart.signal_ticket.closed_reason is 'ANSWERED, SOLVED, INFORMED, CREDITED or TOLD_LONG';
comment on column mart.signal_ticket.party_name is 'Latest known name of the customer';
comment on column mart.signal_ticket.rep_key is 'Who answered for the customer at the first of it; 0 when nobody did';
comment on column mart.signal_ticket.rep_name is 'Null: it is not for the salesperson';
comment on column mart.signal_ticket.recipient is 'To whom it goes, as seed.signal_rules says';
comment on column mart.signal_ticket.probability is 'Null; a rule holds or does not';
comment on column mart.signal_ticket.chance is 'Of D20: how rarely as many contacts come when nothing is wrong';
comment on column mart.signal_ticket.stake_amount is 'Of D25 and D27 what the complaints cost; else null';
comment on column mart.signal_ticket.stake_low_amount is 'Null; the amount is not estimated';
comment on column mart.signal_ticket.stake_high_amount is 'Null; the amount is not estimated';
comment on column mart.signal_ticket.predicted_amount is 'Null: a rule predicts nothing';
comment on column mart.signal_ticket.currency_code is 'Currency of the amount';
comment on column mart.signal_ticket.cause_code is 'Null';
comment on column mart.signal_ticket.action_code is 'Suggested: CHECK_DEAL, REPLY, SOLVE, COMPLETE, INFORM, CREDIT, CALL or APPROVE';
comment on column mart.signal_ticket.item_count is 'How many documents it is about';
comment on column mart.signal_ticket.text_nl is 'All of it in Dutch, as it is told';
comment on column mart.signal_ticket.text_en is 'The same in English';

-- Generated from the contracts by `offtake new migration`.
create table mart.signal_contract (
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
    text_nl text not null,
    text_en text not null
);
create unique index signal_contract_grain on mart.signal_contract (rule_code, signal_kind, source_system, company_code, party_id, subject, alarm_date) nulls not distinct;
create index signal_contract_unit on mart.signal_contract (party_id);
comment on table mart.signal_contract is 'One row per time that a contract line of a customer who may order was likely to end short, or to be used up early, as it is told to the salesperson (D01, D02); what was told stands in mart.signal.';
comment on column mart.signal_contract.rule_code is 'D01 short, D02 early';
comment on column mart.signal_contract.signal_kind is 'CONTRACT_SHORT or CONTRACT_EARLY';
comment on column mart.signal_contract.source_system is 'The system that numbers the contract';
comment on column mart.signal_contract.company_code is 'The company that agreed it';
comment on column mart.signal_contract.party_id is 'The customer''s number, as the contract has it';
comment on column mart.signal_contract.subject is 'Contract and line number';
comment on column mart.signal_contract.since_date is 'First day from which it was likelier than not until the alarm';
comment on column mart.signal_contract.alarm_date is 'The day at whose end the probability is enough; a later day than today is due if nothing more is ordered';
comment on column mart.signal_contract.closed_date is 'The day from which there is nothing more to tell';
comment on column mart.signal_contract.closed_reason is 'BACK (it is likelier not) or ENDED (the term is over)';
comment on column mart.signal_contract.party_name is 'Latest known name of the customer';
comment on column mart.signal_contract.rep_key is 'Who answered for the customer on the day of the alarm, the one with the greatest share; 0 when nobody did';
comment on column mart.signal_contract.rep_name is 'Their latest known name';
comment on column mart.signal_contract.recipient is 'REP';
comment on column mart.signal_contract.probability is 'That less than nine tenths, or that all of it four weeks before the end, will have been taken';
comment on column mart.signal_contract.chance is 'Null: nothing is compared with chance';
comment on column mart.signal_contract.stake_amount is 'D01: what is expected to be missing at the end of the term, at the agreed price; null where no price is agreed, and of D02';
comment on column mart.signal_contract.stake_low_amount is 'More in nine of ten cases';
comment on column mart.signal_contract.stake_high_amount is 'Less in nine of ten cases';
comment on column mart.signal_contract.predicted_amount is 'Null: what the contract will bring is told in the text';
comment on column mart.signal_contract.currency_code is 'Currency of the contract';
comment on column mart.signal_contract.cause_code is 'Null: a contract tells no cause';
comment on column mart.signal_contract.action_code is 'CALL';
comment on column mart.signal_contract.text_nl is 'All of it in Dutch, as it is told';
comment on column mart.signal_contract.text_en is 'The same in English';

-- Where a contract line will end, beside where it stands.
alter table mart.kpi_contract_fulfilment
    add column projected_at_end double precision null,
    add column projected_low double precision null,
    add column projected_high double precision null,
    add column projected_low_95 double precision null,
    add column projected_high_95 double precision null,
    add column probability_short double precision null,
    add column probability_early double precision null;
comment on column mart.kpi_contract_fulfilment.projected_at_end is 'Expected at the end of the term by what was ordered, as told on the last Sunday; null when RATE_ONLY, in the days before the first one and before the first pattern edition';
comment on column mart.kpi_contract_fulfilment.projected_low is 'Less in one of ten cases';
comment on column mart.kpi_contract_fulfilment.projected_high is 'More in one of ten';
comment on column mart.kpi_contract_fulfilment.projected_low_95 is 'Less in one of forty cases';
comment on column mart.kpi_contract_fulfilment.projected_high_95 is 'More in one of forty';
comment on column mart.kpi_contract_fulfilment.probability_short is 'That less than nine tenths will have been taken by the end; null before a third of the term as well';
comment on column mart.kpi_contract_fulfilment.probability_early is 'That all of it will have been taken four weeks before the end; null before a third of the term, and in those weeks';

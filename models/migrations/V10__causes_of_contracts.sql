-- Generated from the contracts by `offtake new migration`.
comment on column mart.signal_contract.recipient is 'REP; SUPPLY when our late deliveries may be the cause';
comment on column mart.signal_contract.cause_code is 'Of D01: COMPLAINT or SUPPLY; null when no cause is known';
comment on column mart.signal_contract.action_code is 'SOLVE_COMPLAINT, DELIVER or CALL';

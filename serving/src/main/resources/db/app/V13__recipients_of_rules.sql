-- Rules have more recipients than patterns, and a contract says what each of these columns is.
comment on column mart.signal.recipient is 'Whose it is to act on: REP (who answers for the customer), SUPPLY, PRICING, CUSTOMER_SERVICE, FULFILMENT or FINANCE';
comment on column mart.open_signal.recipient is 'Whose it is to act on: REP (who answers for the customer), SUPPLY, PRICING, CUSTOMER_SERVICE, FULFILMENT or FINANCE';

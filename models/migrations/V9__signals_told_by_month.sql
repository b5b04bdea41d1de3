-- Generated from the contracts by `offtake new migration`.
comment on column mart.signal_rule.closed_reason is 'What became of the last of it: ANSWERED, SOLVED, INFORMED, CREDITED, INVOICED, DECIDED, EXPIRED, DELIVERED, CANCELLED or TOLD_LONG';
comment on column mart.signal_rule.stake_amount is 'What the documents are about on that day, together; null where no amount can be named or there are several currencies';
comment on column mart.signal_rule.item_count is 'How many documents it is about on that day';

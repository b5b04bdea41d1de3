-- In what order the open signals are called on: the most money first, weighed by how likely it is that there is something to it.
create view mart.open_signal as
select
    signal.*,
    coalesce(signal.probability, 1) * coalesce(signal.stake_amount, 0) as weight_amount,
    row_number() over (
        partition by signal.company_code, signal.recipient, signal.rep_key
        order by coalesce(signal.probability, 1) * coalesce(signal.stake_amount, 0) desc, signal.signal_id
    ) as call_place
from mart.signal as signal
where signal.status = 'OPEN';

comment on view mart.open_signal is 'One row per open signal, as in mart.signal, with its place in the order of calling';
do $$
declare
    told record;
begin
    for told in
        select attname as name, col_description(attrelid, attnum) as comment
        from pg_attribute
        where attrelid = 'mart.signal'::regclass and attnum > 0
    loop
        execute format('comment on column mart.open_signal.%I is %L', told.name, told.comment);
    end loop;
end
$$;
comment on column mart.open_signal.weight_amount is 'Money at stake times the probability; a signal without a probability is certain, one without money weighs nothing';
comment on column mart.open_signal.call_place is 'Its place among the open signals of the company for the same recipient and salesperson, from 1';

grant select on mart.open_signal to offtake_reader;

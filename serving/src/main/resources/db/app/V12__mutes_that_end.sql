-- The newest mute of a scope (rule, system and subject; null: all) takes the place of those before it: it can end sooner, or at once.
alter table app.signal_mute drop constraint signal_mute_check;
alter table app.signal_mute add constraint signal_mute_check check (muted_until >= muted_from - 1);
comment on table app.signal_mute is 'Who asked to hear no more of a customer, until when and why; null: of every rule, system, subject. The newest of a scope holds; one that ends before it begins takes back those before it';

-- Readers ask it by the views of schema mart, so it looks at the mutes in the name of their owner.
create function app.signal_mutes(
    of_rule text, of_system text, of_company text, of_party text, of_subject text, on_date date)
returns setof app.signal_mute language sql stable security definer set search_path = '' as $$
    select newest.*
    from (
        select distinct on (mute.rule_code, mute.source_system, mute.subject) mute.*
        from app.signal_mute as mute
        where mute.company_code = of_company
          and mute.party_id = of_party
          and (mute.rule_code is null or mute.rule_code = of_rule)
          and (mute.source_system is null or mute.source_system = of_system)
          and (mute.subject is null or mute.subject = of_subject)
          and mute.muted_from <= on_date
        order by mute.rule_code, mute.source_system, mute.subject, mute.mute_id desc
    ) as newest
    where newest.muted_until >= on_date
$$;
comment on function app.signal_mutes is 'The mutes that cover this day, of each scope the newest';

create or replace function app.signal_muted_until(
    of_rule text, of_system text, of_company text, of_party text, of_subject text, on_date date)
returns date language sql stable security definer set search_path = '' as $$
    select max(mute.muted_until)
    from app.signal_mutes(of_rule, of_system, of_company, of_party, of_subject, on_date) as mute
$$;
comment on function app.signal_muted_until is 'The last day of the mutes that cover this day; null when none does';

create view mart.signal_mute as
select
    signal.signal_id,
    mute.rule_code is null as is_whole_customer,
    mute.muted_from as muted_from_date,
    mute.muted_until as muted_until_date,
    mute.reason as mute_reason,
    mute.muted_by
from app.signal as signal
cross join (select max(business_date) as business_date from app.signal_day) as today
cross join lateral app.signal_mutes(
    signal.rule_code, signal.source_system, signal.company_code, signal.party_id, signal.subject, today.business_date) as mute;

comment on view mart.signal_mute is 'One row per signal and mute that keeps it quiet on the last day that was told for: until when, why, and who asked';
comment on column mart.signal_mute.signal_id is 'Signal that it keeps quiet';
comment on column mart.signal_mute.is_whole_customer is 'Whether whatever there is to tell of the customer is muted, or only the rule and subject of the signal';
comment on column mart.signal_mute.muted_from_date is 'First day of the mute';
comment on column mart.signal_mute.muted_until_date is 'Last day of the mute';
comment on column mart.signal_mute.mute_reason is 'Why, in the words of who asked';
comment on column mart.signal_mute.muted_by is 'Who asked';

grant select on mart.signal_mute to offtake_reader;

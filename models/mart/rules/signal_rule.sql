-- One row per episode of a rule, with what is told of it in Dutch and English, and to whom.
-- The texts name up to five documents, each with its day, so that they are true on every day on which they are read.
-- What stands behind the colon of a name are numbers as English writes them, such as 2.5/10.
-- A salesperson is not sent to a customer who may not order, is gone, or is a consumer.
with reps as (
    select
        episodes.source_system,
        episodes.company_code,
        episodes.party_id,
        episodes.alarm_date,
        max(struct(assignments.weight, assignments.employee_id)).employee_id as rep_id
    from gold.fact_rule_episode as episodes
    inner join gold.bridge_customer_rep as assignments
        on  assignments.source_system = episodes.source_system and assignments.company_code = episodes.company_code
        and assignments.party_id = episodes.party_id
        and episodes.alarm_date >= assignments.valid_from_date
        and episodes.alarm_date < assignments.valid_to_date
    group by episodes.source_system, episodes.company_code, episodes.party_id, episodes.alarm_date
),

told as (
    select
        episodes.*,
        rules.rule_code,
        rules.recipient,
        rules.action_code,
        parties.party_name,
        coalesce(employees.employee_key, 0) as rep_key,
        employees.employee_name as rep_name,
        concat_ws('', what.text_nl) as template_nl,
        concat_ws('', what.text_en) as template_en,
        transform(slice(split(episodes.items, '[|]'), 1, 5), item -> substring(item, 12)) as names,
        transform(slice(split(episodes.items, '[|]'), 1, 5), item -> try_cast(substring(item, 1, 10) as date)) as days,
        map(
            'subject', episodes.subject, 'currency', episodes.currency_code,
            'item', substring(split(episodes.items, '[|]')[0], 12), 'wait', coalesce(cast(rules.wait_days as string), ''),
            'window', coalesce(cast(24 * rules.window_days as string), ''),
            'more', case when episodes.item_count > 5 then concat(' (+', episodes.item_count - 5, ')') else '' end
        ) as words,
        map(
            'stake', coalesce(format_number(episodes.stake_amount, 2), '?'),
            'floor', coalesce(format_number(rules.floor_amount, 2), ''),
            'seen', coalesce(format_number(episodes.observed, 2), ''), 'expected', coalesce(format_number(episodes.expected, 2), ''),
            'quantity', coalesce(format_number(episodes.observed, '#,##0.##'), ''),
            'usual', coalesce(format_number(episodes.expected, '#,##0.##'), ''),
            'threshold', coalesce(format_number(rules.threshold, '#,##0.##'), '')
        ) as numbers,
        coalesce(parties.party_name, nullif(episodes.party_id, ''), nobody.text_nl, '') as who_nl,
        coalesce(parties.party_name, nullif(episodes.party_id, ''), nobody.text_en, '') as who_en
    from gold.fact_rule_episode as episodes
    inner join seed.signal_rules as rules on rules.signal_kind = episodes.signal_kind
    left join seed.signal_texts as what on what.text_part = episodes.signal_kind
    left join seed.signal_texts as nobody on nobody.text_part = 'NO_CUSTOMER'
    left join gold.dim_party as parties
        on  parties.source_system = episodes.source_system and parties.company_code = episodes.company_code
        and parties.party_id = episodes.party_id
        and parties.is_current
    left join reps
        on  reps.source_system = episodes.source_system and reps.company_code = episodes.company_code
        and reps.party_id = episodes.party_id
        and reps.alarm_date = episodes.alarm_date
    left join gold.dim_employee as employees
        on  employees.source_system = episodes.source_system and employees.company_code = episodes.company_code
        and employees.employee_id = reps.rep_id
        and episodes.alarm_date >= employees.valid_from_date
        and episodes.alarm_date < employees.valid_to_date
    where
        rules.recipient <> 'REP'
        or not coalesce(parties.is_deleted or parties.is_blocked or parties.party_type = 'CONSUMER', false)
),

said as (
    select
        told.*,
        zip_with(
            transform(
                told.names,
                name -> case
                    when instr(name, ': ') = 0 then name else regexp_replace(name, '([0-9])[.]([0-9]+)(?=(/[0-9.]+)?$)', '$1,$2')
                end
            ),
            told.days,
            (name, day) -> concat_ws(' ', name, concat('(', date_format(day, 'dd-MM-yyyy'), ')'))
        ) as items_nl,
        zip_with(told.names, told.days, (name, day) -> concat_ws(' ', name, concat('(', date_format(day, 'd MMM yyyy'), ')')))
            as items_en
    from told
)

select
    said.rule_code, said.signal_kind, said.source_system, said.company_code, said.party_id, said.subject,
    said.since_date, said.alarm_date, said.closed_date, said.closed_reason,
    said.party_name, said.rep_key, said.rep_name, said.recipient,
    cast(null as double) as probability,
    said.chance,
    said.stake_amount,
    cast(null as decimal(20, 4)) as stake_low_amount,
    cast(null as decimal(20, 4)) as stake_high_amount,
    cast(null as decimal(20, 4)) as predicted_amount,
    said.currency_code, said.cause_code, said.action_code, said.item_count,
    aggregate(
        map_entries(map_concat(
            said.words,
            map('who', said.who_nl, 'since', date_format(said.since_date, 'dd-MM-yyyy'),
                'items', concat(array_join(said.items_nl, ', '), said.words['more'])),
            transform_values(said.numbers, (name, number) -> translate(number, '.,', ',.'))
        )),
        said.template_nl, (text, word) -> replace(text, concat('{', word.key, '}'), word.value)
    ) as text_nl,
    aggregate(
        map_entries(map_concat(
            said.words,
            map('who', said.who_en, 'since', date_format(said.since_date, 'd MMM yyyy'),
                'items', concat(array_join(said.items_en, ', '), said.words['more'])),
            said.numbers
        )),
        said.template_en, (text, word) -> replace(text, concat('{', word.key, '}'), word.value)
    ) as text_en
from said

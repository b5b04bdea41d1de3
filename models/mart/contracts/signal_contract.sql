-- One row per episode of a contract line of a customer who may order: what a salesperson is told of it on the day of the alarm.
-- An alarm of a later day is due then if nothing more is ordered. Who answered for the customer on that day is told.
with reps as (
    select
        episodes.source_system, episodes.company_code, episodes.party_id, episodes.alarm_date,
        max(struct(assignments.weight, assignments.employee_id)).employee_id as rep_id
    from gold.fact_contract_episode as episodes
    inner join gold.bridge_customer_rep as assignments
        on  assignments.source_system = episodes.source_system
        and assignments.company_code = episodes.company_code
        and assignments.party_id = episodes.party_id
        and episodes.alarm_date >= assignments.valid_from_date
        and episodes.alarm_date < assignments.valid_to_date
    group by episodes.source_system, episodes.company_code, episodes.party_id, episodes.alarm_date
),

told as (
    select
        episodes.*,
        parties.party_name,
        coalesce(employees.employee_key, 0) as rep_key,
        employees.employee_name as rep_name,
        coalesce(lines.product_id, lines.product_group, '') as item,
        case lines.contract_kind when 'VALUE' then lines.currency_code else coalesce(lines.unit, '') end as unit,
        lines.currency_code,
        lines.end_date,
        datediff(episodes.alarm_date, lines.start_date) + 1 as days_elapsed,
        datediff(lines.end_date, lines.start_date) + 1 as days_total,
        case when episodes.episode_kind = 'CONTRACT_SHORT' then case lines.contract_kind when 'VALUE' then 1 else lines.unit_price end end
            as price
    from gold.fact_contract_episode as episodes
    inner join gold.dim_contract_line as lines
        on  lines.source_system = episodes.source_system
        and lines.company_code = episodes.company_code
        and lines.contract_line_id = episodes.contract_line_id
        and lines.is_current
    inner join gold.dim_party as parties
        on  parties.source_system = episodes.source_system
        and parties.company_code = episodes.company_code
        and parties.party_id = episodes.party_id
        and parties.is_current
        and not coalesce(parties.is_deleted or parties.is_blocked, false)
    left join reps
        on  reps.source_system = episodes.source_system
        and reps.company_code = episodes.company_code
        and reps.party_id = episodes.party_id
        and reps.alarm_date = episodes.alarm_date
    left join gold.dim_employee as employees
        on  employees.source_system = episodes.source_system
        and employees.company_code = episodes.company_code
        and employees.employee_id = reps.rep_id
        and episodes.alarm_date >= employees.valid_from_date
        and episodes.alarm_date < employees.valid_to_date
),

valued as (
    select
        told.*,
        cast(greatest(0, told.committed - told.expected_at_end) * told.price as decimal(20, 2)) as stake_amount,
        cast(greatest(0, told.committed - told.expected_high) * told.price as decimal(20, 2)) as stake_low_amount,
        cast(greatest(0, told.committed - told.expected_low) * told.price as decimal(20, 2)) as stake_high_amount
    from told
),

-- What goes in place of the names in braces; numbers and dates as English writes them. Nothing is sure by a model.
filled as (
    select
        valued.*,
        concat_ws(' ', what.text_nl, money.text_nl, action.text_nl) as template_nl,
        concat_ws(' ', what.text_en, money.text_en, action.text_en) as template_en,
        map(
            'who', coalesce(valued.party_name, valued.party_id), 'subject', valued.contract_line_id, 'item', valued.item,
            'unit', valued.unit, 'currency', valued.currency_code, 'sure', format_number(least(99, 100 * valued.probability), 0),
            'passed', format_number(100 * valued.days_elapsed / valued.days_total, 0),
            'done', format_number(100 * valued.taken_to_date / valued.committed, 0)
        ) as words,
        map(
            'taken', format_number(valued.taken_to_date, 0), 'committed', format_number(valued.committed, 0),
            'expected', format_number(valued.expected_at_end, 0), 'low', format_number(valued.expected_low, 0),
            'high', format_number(valued.expected_high, 0), 'stake', coalesce(format_number(valued.stake_amount, 0), ''),
            'stake_low', coalesce(format_number(valued.stake_low_amount, 0), ''),
            'stake_high', coalesce(format_number(valued.stake_high_amount, 0), '')
        ) as numbers,
        map('alarm', valued.alarm_date, 'until', valued.end_date) as dates
    from valued
    left join seed.signal_texts as what on what.text_part = valued.episode_kind
    left join seed.signal_texts as money on money.text_part = 'CONTRACT_STAKE' and valued.stake_amount is not null
    left join seed.signal_texts as action on action.text_part = concat(valued.episode_kind, '_ACTION')
)

select
    case filled.episode_kind when 'CONTRACT_SHORT' then 'D01' else 'D02' end as rule_code,
    filled.episode_kind as signal_kind,
    filled.source_system, filled.company_code, filled.party_id,
    filled.contract_line_id as subject,
    filled.since_date, filled.alarm_date, filled.closed_date, filled.closed_reason,
    filled.party_name, filled.rep_key, filled.rep_name,
    'REP' as recipient, filled.probability, cast(null as double) as chance,
    cast(filled.stake_amount as decimal(20, 4)) as stake_amount,
    cast(filled.stake_low_amount as decimal(20, 4)) as stake_low_amount,
    cast(filled.stake_high_amount as decimal(20, 4)) as stake_high_amount,
    cast(null as decimal(20, 4)) as predicted_amount,
    filled.currency_code, cast(null as string) as cause_code, 'CALL' as action_code,
    aggregate(
        map_entries(map_concat(
            filled.words,
            transform_values(filled.numbers, (name, number) -> translate(number, '.,', ',.')),
            transform_values(filled.dates, (name, day) -> date_format(day, 'dd-MM-yyyy'))
        )),
        filled.template_nl, (text, word) -> replace(text, concat('{', word.key, '}'), word.value)
    ) as text_nl,
    aggregate(
        map_entries(map_concat(
            filled.words, filled.numbers, transform_values(filled.dates, (name, day) -> date_format(day, 'd MMM yyyy'))
        )),
        filled.template_en, (text, word) -> replace(text, concat('{', word.key, '}'), word.value)
    ) as text_en
from filled

-- One row per episode of a contract line of a customer who may order: what a salesperson is told of it on the day of the alarm.
-- An alarm of a later day is due then if nothing more is ordered. Who answered for the customer on that day is told.
with told as (
    select
        episodes.*,
        parties.party_name,
        coalesce(employees.employee_key, 0) as rep_key,
        employees.employee_name as rep_name,
        coalesce(lines.product_id, lines.product_group, '') as item,
        lines.end_date,
        coalesce(agreed.unit, '') as unit,
        agreed.currency_code,
        agreed.days_elapsed / agreed.days_total as passed,
        agreed.expected_to_date as agreed_to_date,
        case when episodes.episode_kind = 'CONTRACT_SHORT' then agreed.unit_price end as price,
        context.complaint_id,
        coalesce(context.complaint_date, episodes.alarm_date) as complaint_date,
        context.late_order_count,
        case
            when episodes.episode_kind = 'CONTRACT_EARLY' then 'CONTRACT_EARLY_ACTION'
            when context.complaint_id is not null then 'COMPLAINT'
            when context.late_order_count > 0 then 'SUPPLY'
            else 'CONTRACT_SHORT_ACTION'
        end as cause
    from gold.fact_contract_episode as episodes
    left join gold.fact_alarm_context as context using (source_system, company_code, party_id, alarm_date)
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
    inner join gold.fact_contract_expectation as agreed
        on  agreed.source_system = episodes.source_system
        and agreed.company_code = episodes.company_code
        and agreed.contract_line_id = episodes.contract_line_id
        and agreed.as_of_date = episodes.alarm_date
    left join gold.dim_employee as employees
        on  employees.source_system = episodes.source_system
        and employees.company_code = episodes.company_code
        and employees.employee_id = context.rep_id
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
        concat_ws(' ', what.text_nl, path.text_nl, money.text_nl, causes.text_nl) as template_nl,
        concat_ws(' ', what.text_en, path.text_en, money.text_en, causes.text_en) as template_en,
        map(
            'who', coalesce(valued.party_name, valued.party_id), 'subject', valued.contract_line_id, 'item', valued.item,
            'unit', valued.unit, 'currency', valued.currency_code, 'sure', format_number(least(99, 100 * valued.probability), 0),
            'complaint', coalesce(valued.complaint_id, ''), 'late_orders', coalesce(cast(valued.late_order_count as string), ''),
            'passed', format_number(100 * valued.passed, 0),
            'done', format_number(100 * valued.taken_to_date / valued.committed, 0)
        ) as words,
        map(
            'taken', format_number(valued.taken_to_date, 0), 'committed', format_number(valued.committed, 0),
            'expected', format_number(valued.expected_at_end, 0), 'low', format_number(valued.expected_low, 0),
            'high', format_number(valued.expected_high, 0), 'agreed', coalesce(format_number(valued.agreed_to_date, 0), ''),
            'stake', coalesce(format_number(valued.stake_amount, 0), ''),
            'stake_low', coalesce(format_number(valued.stake_low_amount, 0), ''),
            'stake_high', coalesce(format_number(valued.stake_high_amount, 0), '')
        ) as numbers,
        map('alarm', valued.alarm_date, 'until', valued.end_date, 'complaint_date', valued.complaint_date) as dates
    from valued
    left join seed.signal_texts as what on what.text_part = valued.episode_kind
    left join seed.signal_texts as path on path.text_part = 'CONTRACT_PATH' and valued.agreed_to_date is not null
    left join seed.signal_texts as money on money.text_part = 'CONTRACT_STAKE' and valued.stake_amount is not null
    left join seed.signal_texts as causes on causes.text_part = valued.cause
)

select
    case filled.episode_kind when 'CONTRACT_SHORT' then 'D01' else 'D02' end as rule_code,
    filled.episode_kind as signal_kind,
    filled.source_system, filled.company_code, filled.party_id,
    filled.contract_line_id as subject,
    filled.since_date, filled.alarm_date, filled.closed_date, filled.closed_reason,
    filled.party_name, filled.rep_key, filled.rep_name,
    case filled.cause when 'SUPPLY' then 'SUPPLY' else 'REP' end as recipient, filled.probability, cast(null as double) as chance,
    cast(filled.stake_amount as decimal(20, 4)) as stake_amount,
    cast(filled.stake_low_amount as decimal(20, 4)) as stake_low_amount,
    cast(filled.stake_high_amount as decimal(20, 4)) as stake_high_amount,
    cast(null as decimal(20, 4)) as predicted_amount,
    filled.currency_code,
    case when filled.cause in ('COMPLAINT', 'SUPPLY') then filled.cause end as cause_code,
    case filled.cause when 'COMPLAINT' then 'SOLVE_COMPLAINT' when 'SUPPLY' then 'DELIVER' else 'CALL' end as action_code,
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

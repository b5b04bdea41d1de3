-- One row per episode of a customer who may order: what a salesperson is told of it on the day of the alarm, in Dutch and English.
-- An alarm of a later day is due then if nothing more is ordered. Who answered for the customer on that day is told.
-- What has less evidence than one in a year without change brings is told as unchanged; a contract, when it will rather end short.
with told as (
    select
        episodes.*,
        parties.party_name,
        coalesce(employees.employee_key, 0) as rep_key,
        employees.employee_name as rep_name,
        context.late_order_count,
        context.complaint_id,
        context.complaint_date,
        context.contract_line_id,
        context.probability_short,
        case
            when episodes.episode_kind in ('SIZE_JUMPED', 'FASTER') then 'MORE'
            when context.complaint_id is not null then 'COMPLAINT'
            when context.late_order_count > 0 then 'SUPPLY'
            else 'UNKNOWN'
        end as cause,
        case
            when episodes.episode_kind in ('STOPPED', 'SLOWER') and episodes.evidence_of_size_drop < 1
                and episodes.evidence_of_group_stop < 1 then 'REST_UNCHANGED'
            when episodes.episode_kind in ('SIZE_DROPPED', 'GROUP_STOPPED')
                and episodes.evidence_of_stop + episodes.evidence_of_slowdown < 1 then 'RHYTHM_UNCHANGED'
        end as unchanged,
        case
            when episodes.episode_kind in ('STOPPED', 'GROUP_STOPPED') then 0
            when episodes.episode_kind = 'SLOWER' then episodes.expected / nullif(episodes.observed, 0)
            when episodes.episode_kind = 'SIZE_DROPPED' then episodes.observed / nullif(episodes.expected, 0)
        end as left_share
    from gold.fact_pattern_episode as episodes
    inner join gold.dim_party as parties
        on  parties.source_system = episodes.source_system
        and parties.company_code = episodes.company_code
        and parties.party_id = episodes.party_id
        and parties.is_current
        and not parties.is_deleted
        and not coalesce(parties.is_blocked, false)
    left join gold.fact_alarm_context as context
        on  context.source_system = episodes.source_system
        and context.company_code = episodes.company_code
        and context.party_id = episodes.party_id
        and context.alarm_date = episodes.alarm_date
    left join gold.dim_employee as employees
        on  employees.source_system = episodes.source_system
        and employees.company_code = episodes.company_code
        and employees.employee_id = context.rep_id
        and episodes.alarm_date >= employees.valid_from_date
        and episodes.alarm_date < employees.valid_to_date
),

-- What goes in place of the names in braces; numbers and dates as English writes them. Nothing is sure by a model.
filled as (
    select
        told.*,
        concat_ws(' ', what.text_nl, same.text_nl, money.text_nl, parts.text_nl, agreed.text_nl, causes.text_nl) as template_nl,
        concat_ws(' ', what.text_en, same.text_en, money.text_en, parts.text_en, agreed.text_en, causes.text_en) as template_en,
        map(
            'who', coalesce(told.party_name, told.party_id), 'group', told.product_group, 'currency', told.currency_code,
            'usual', format_number(told.expected, 0), 'low', format_number(told.expected_low, 0),
            'high', format_number(told.expected_high, 0), 'seen', format_number(told.observed, 0),
            'sure', format_number(least(99, 100 * told.probability), 0), 'complaint', coalesce(told.complaint_id, ''),
            'late_orders', coalesce(cast(told.late_order_count as string), ''), 'contract', coalesce(told.contract_line_id, ''),
            'short', coalesce(format_number(least(99, 100 * told.probability_short), 0), ''), 'parts', coalesce(told.stake_groups, ''),
            'parts_nl', replace(coalesce(told.stake_groups, ''), 'UNKNOWN (', 'onbekend (')
        ) as words,
        map(
            'late', format_number(greatest(0.1, 100 * coalesce(told.chance, 0)), 1), 'expected', format_number(told.expected, 1),
            'stake', coalesce(format_number(told.stake_amount, 0), ''),
            'stake_low', coalesce(format_number(told.stake_low_amount, 0), ''),
            'stake_high', coalesce(format_number(told.stake_high_amount, 0), '')
        ) as numbers,
        map('since', told.since_date, 'alarm', told.alarm_date, 'complaint_date', coalesce(told.complaint_date, told.since_date)) as dates
    from told
    left join seed.signal_texts as what on what.text_part = told.episode_kind
    left join seed.signal_texts as same on same.text_part = told.unchanged
    left join seed.signal_texts as money on money.text_part = 'STAKE' and told.stake_amount is not null
    left join seed.signal_texts as parts on parts.text_part = 'PARTS' and told.product_group = '' and told.stake_groups <> ''
    left join seed.signal_texts as agreed on agreed.text_part = 'CONTRACT' and told.probability_short >= 0.5
    left join seed.signal_texts as causes on causes.text_part = told.cause
)

select
    case filled.episode_kind when 'STOPPED' then 'D04' when 'SLOWER' then 'D04' when 'GROUP_STOPPED' then 'D06' else 'D05' end
        as rule_code,
    filled.episode_kind as signal_kind,
    filled.source_system, filled.company_code, filled.party_id,
    filled.product_group as subject,
    filled.since_date, filled.alarm_date, filled.closed_date, filled.closed_reason,
    filled.party_name, filled.rep_key, filled.rep_name,
    case filled.cause when 'SUPPLY' then 'SUPPLY' else 'REP' end as recipient,
    filled.probability,
    filled.chance,
    filled.stake_amount,
    filled.stake_low_amount,
    filled.stake_high_amount,
    case when filled.left_share < 0.999
        then cast(filled.stake_amount * filled.left_share / (1 - filled.left_share) as decimal(20, 4)) end as predicted_amount,
    filled.currency_code,
    case when filled.cause in ('COMPLAINT', 'SUPPLY') then filled.cause end as cause_code,
    case filled.cause when 'COMPLAINT' then 'SOLVE_COMPLAINT' when 'SUPPLY' then 'DELIVER' when 'MORE' then 'CONFIRM' else 'CALL' end
        as action_code,
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

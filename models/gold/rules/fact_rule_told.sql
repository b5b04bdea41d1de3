-- One row per episode of a rule of service or finance, with what is told of it in Dutch and English.
-- The texts name up to five documents, each with its day, so that they are true on every day on which they are read.
with told as (
    select
        episodes.*,
        rules.rule_code,
        rules.recipient,
        parties.party_name,
        concat_ws('', what.text_nl) as template_nl,
        concat_ws('', what.text_en) as template_en,
        transform(slice(split(episodes.items, '[|]'), 1, 5), item -> substring(item, 12)) as names,
        transform(slice(split(episodes.items, '[|]'), 1, 5), item -> try_cast(substring(item, 1, 10) as date)) as days,
        case when episodes.item_count > 5 then concat(' (+', episodes.item_count - 5, ')') else '' end as more,
        map(
            'subject', episodes.subject, 'currency', episodes.currency_code, 'count', cast(episodes.item_count as string),
            'item', substring(split(episodes.items, '[|]')[0], 12), 'wait', coalesce(cast(rules.wait_days as string), ''),
            'window', coalesce(cast(24 * rules.window_days as string), ''),
            'observed', coalesce(format_number(episodes.observed, 0), '')
        ) as words,
        map(
            'stake', coalesce(format_number(episodes.stake_amount, 2), ''),
            'floor', coalesce(format_number(rules.floor_amount, 2), ''),
            'seen', coalesce(format_number(episodes.observed, 2), ''),
            'expected', coalesce(format_number(episodes.expected, 2), '')
        ) as numbers,
        coalesce(parties.party_name, nullif(episodes.party_id, ''), nobody.text_nl, '') as who_nl,
        coalesce(parties.party_name, nullif(episodes.party_id, ''), nobody.text_en, '') as who_en
    from gold.fact_rule_episode as episodes
    inner join seed.signal_rules as rules on rules.signal_kind = episodes.signal_kind
    left join seed.signal_texts as what on what.text_part = episodes.signal_kind
    left join seed.signal_texts as nobody on nobody.text_part = 'NO_CUSTOMER'
    left join gold.dim_party as parties
        on  parties.source_system = episodes.source_system
        and parties.company_code = episodes.company_code
        and parties.party_id = episodes.party_id
        and parties.is_current
)

select
    told.rule_code,
    told.signal_kind,
    told.source_system,
    told.company_code,
    told.party_id,
    told.subject,
    told.since_date,
    told.alarm_date,
    told.closed_date,
    told.closed_reason,
    told.party_name,
    told.rep_key,
    told.recipient,
    told.chance,
    told.stake_amount,
    told.currency_code,
    told.cause_code,
    case told.rule_code
        when 'D20' then 'CHECK_DEAL'
        when 'D21' then case when told.signal_kind like 'REPLY%' then 'REPLY' else 'SOLVE' end
        when 'D24' then case when told.signal_kind = 'REP_NOT_INFORMED' then 'INFORM' else 'COMPLETE' end
        when 'D25' then 'CREDIT'
        when 'D26' then 'CALL'
        when 'D27' then 'APPROVE'
        when 'D41' then 'INVOICE'
        else 'CHECK'
    end as action_code,
    told.item_count,
    aggregate(
        map_entries(map_concat(
            told.words,
            map(
                'who', told.who_nl,
                'items', concat(array_join(zip_with(
                    told.names, told.days, (name, day) -> concat_ws(' ', name, concat('(', date_format(day, 'dd-MM-yyyy'), ')'))
                ), ', '), told.more)
            ),
            transform_values(told.numbers, (name, number) -> translate(number, '.,', ',.'))
        )),
        told.template_nl, (text, word) -> replace(text, concat('{', word.key, '}'), word.value)
    ) as text_nl,
    aggregate(
        map_entries(map_concat(
            told.words,
            map(
                'who', told.who_en,
                'items', concat(array_join(zip_with(
                    told.names, told.days, (name, day) -> concat_ws(' ', name, concat('(', date_format(day, 'd MMM yyyy'), ')'))
                ), ', '), told.more)
            ),
            told.numbers
        )),
        told.template_en, (text, word) -> replace(text, concat('{', word.key, '}'), word.value)
    ) as text_en
from told

-- One row per document whose number leaves numbers of its series out, or is taken already in its company.
-- A series is all that stands before the last digits of a number, such as the letters and the day; it may begin at any number.
with numbers as (
    select
        documents.source_system,
        documents.company_code,
        documents.invoice_id,
        documents.invoiced_date,
        documents.currency_code,
        regexp_extract(documents.invoice_id, '^(.*?)([0-9]+)$', 1) as number_series,
        regexp_extract(documents.invoice_id, '^(.*?)([0-9]+)$', 2) as digits
    from gold.fact_invoice as documents
    where documents.invoice_id rlike '[0-9]$'
),

followed as (
    select
        numbers.*,
        try_cast(numbers.digits as bigint) as number,
        lag(struct(try_cast(numbers.digits as bigint) as number, numbers.invoiced_date)) over (
            partition by numbers.company_code, numbers.number_series
            order by try_cast(numbers.digits as bigint), numbers.source_system, numbers.invoice_id
        ) as before
    from numbers
),

found as (
    select
        followed.*,
        case when followed.number = followed.before.number then 'NUMBER_TWICE' else 'NUMBER_MISSING' end as signal_kind
    from followed
    where followed.number = followed.before.number or followed.number > followed.before.number + 1
)

select
    found.signal_kind,
    found.source_system,
    found.company_code,
    found.invoice_id,
    found.number_series,
    regexp_extract(found.number_series, '^[^0-9]*', 0) as prefix,
    case
        when found.signal_kind = 'NUMBER_TWICE' then found.digits
        else lpad(cast(found.before.number + 1 as string), length(found.digits), '0')
    end as first_number,
    case when found.signal_kind = 'NUMBER_TWICE' then 1 else found.number - found.before.number - 1 end as number_count,
    least(found.before.invoiced_date, found.invoiced_date) as since_date,
    date_add(greatest(found.before.invoiced_date, found.invoiced_date), cast(coalesce(rules.wait_days, 0) as int)) as alarm_date,
    date_add(
        greatest(found.before.invoiced_date, found.invoiced_date),
        cast(coalesce(rules.wait_days, 0) + greatest(1, coalesce(rules.keep_days, 30)) as int)
    ) as end_date,
    found.currency_code
from found
inner join seed.signal_rules as rules on rules.signal_kind = found.signal_kind

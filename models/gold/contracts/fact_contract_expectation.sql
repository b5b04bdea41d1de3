-- One row per contract line and Sunday of its term, one for the business date (or the last day, once it has ended), and one for each
-- day on which the line was or will be told to be at risk: what was to be expected up to and with that day, and who answered then.
-- The row of a business date that is no Sunday is the running state and moves on with the date.
-- Quantities are in the unit of the line: its own for QUANTITY and RATE_ONLY, money for VALUE.
with alarms as (
    select
        episodes.source_system, episodes.company_code, episodes.contract_line_id,
        sort_array(collect_set(episodes.alarm_date)) as dates
    from gold.fact_contract_episode as episodes
    group by episodes.source_system, episodes.company_code, episodes.contract_line_id
),

terms as (
    select
        lines.*,
        case when lines.contract_kind = 'VALUE' then lines.currency_code else lines.unit end as counted_unit,
        cast(case lines.contract_kind when 'QUANTITY' then lines.committed_quantity
            when 'VALUE' then lines.committed_amount end as decimal(20, 6)) as committed,
        case lines.contract_kind when 'VALUE' then cast(1 as decimal(20, 6)) else lines.unit_price end as price,
        dates.calendar_date as as_of_date,
        dates.calendar_date <= :business_date
            and (dates.iso_weekday = 7 or dates.calendar_date = least(lines.end_date, :business_date)) as is_status_day,
        coalesce(array_contains(alarms.dates, dates.calendar_date), false) as is_alarm_day,
        dates.working_day_number
    from gold.dim_contract_line as lines
    left join alarms using (source_system, company_code, contract_line_id)
    inner join gold.dim_date as dates
        on dates.calendar_date between lines.start_date and lines.end_date
    where lines.is_current
),

days as (
    select terms.*
    from terms
    where terms.is_status_day or terms.is_alarm_day
),

-- Working days up to a bucket's first day, not counting it, and up to its last day, counting it.
buckets as (
    select
        commitment.source_system,
        commitment.company_code,
        commitment.contract_line_id,
        commitment.period_start_date,
        commitment.period_end_date,
        cast(coalesce(commitment.committed_quantity, commitment.committed_amount) as decimal(20, 6)) as committed,
        first_days.working_day_number - case when first_days.is_working_day then 1 else 0 end as worked_before,
        last_days.working_day_number as worked_at_end
    from gold.fact_contract_commitment as commitment
    inner join gold.dim_date as first_days
        on first_days.calendar_date = commitment.period_start_date
    inner join gold.dim_date as last_days
        on last_days.calendar_date = commitment.period_end_date
),

expected as (
    select
        days.source_system,
        days.company_code,
        days.contract_line_id,
        days.as_of_date,
        sum(
            case
                when buckets.period_end_date <= days.as_of_date then buckets.committed
                when buckets.worked_at_end = buckets.worked_before then 0
                else cast(
                    buckets.committed * (days.working_day_number - buckets.worked_before)
                        / (buckets.worked_at_end - buckets.worked_before) as decimal(20, 6)
                )
            end
        ) as expected_to_date
    from days
    inner join buckets
        on  buckets.source_system = days.source_system
        and buckets.company_code = days.company_code
        and buckets.contract_line_id = days.contract_line_id
        and buckets.period_start_date <= days.as_of_date
    group by days.source_system, days.company_code, days.contract_line_id, days.as_of_date
),

-- Of several who share a customer, the one with the greatest share answers.
reps as (
    select
        days.source_system,
        days.company_code,
        days.contract_line_id,
        days.as_of_date,
        max(struct(assignments.weight, assignments.employee_id)).employee_id as employee_id
    from days
    inner join gold.bridge_customer_rep as assignments
        on  assignments.source_system = days.source_system
        and assignments.company_code = days.company_code
        and assignments.party_id = days.party_id
        and days.as_of_date >= assignments.valid_from_date
        and days.as_of_date < assignments.valid_to_date
    group by days.source_system, days.company_code, days.contract_line_id, days.as_of_date
)

select
    days.source_system,
    days.company_code,
    days.contract_line_id,
    days.as_of_date,
    days.is_status_day,
    days.contract_id,
    days.contract_kind,
    days.party_id,
    reps.employee_id as rep_id,
    days.counted_unit as unit,
    days.price as unit_price,
    days.committed,
    case when days.committed is not null then coalesce(expected.expected_to_date, 0) end as expected_to_date,
    datediff(days.as_of_date, days.start_date) + 1 as days_elapsed,
    datediff(days.end_date, days.start_date) + 1 as days_total,
    days.currency_code
from days
left join expected using (source_system, company_code, contract_line_id, as_of_date)
left join reps using (source_system, company_code, contract_line_id, as_of_date)

-- One row per contract line and Sunday of its term, and one for the business date (or the last day, once it has ended).
-- A Sunday's row says what was known of that day: late deliveries restate it. The row of a business date that is no
-- Sunday is the running state and moves on with the date.
-- A term that began before the first order that was ever loaded looks less taken than it was.
-- Quantities are in the unit of the line: its own for QUANTITY and RATE_ONLY, money for VALUE.
with contract_lines as (
    select
        lines.source_system,
        lines.company_code,
        lines.contract_line_id,
        lines.contract_id,
        lines.contract_kind,
        lines.party_id,
        parties.party_name,
        lines.currency_code,
        lines.start_date,
        lines.end_date,
        least(lines.end_date, :business_date) as last_date,
        case when lines.contract_kind = 'VALUE' then lines.currency_code else lines.unit end as unit,
        cast(case lines.contract_kind when 'QUANTITY' then lines.committed_quantity
            when 'VALUE' then lines.committed_amount end as decimal(20, 6)) as committed,
        case lines.contract_kind when 'VALUE' then cast(1 as decimal(20, 6)) else lines.unit_price end as price
    from gold.dim_contract_line as lines
    left join gold.dim_party as parties
        on  parties.source_system = lines.source_system
        and parties.company_code = lines.company_code
        and parties.party_id = lines.party_id
        and parties.is_current
    where lines.is_current
        and lines.start_date <= :business_date
),

days as (
    select
        lines.*,
        dates.calendar_date as as_of_date,
        dates.working_day_number
    from contract_lines as lines
    inner join gold.dim_date as dates
        on  dates.calendar_date >= lines.start_date
        and dates.calendar_date <= lines.last_date
        and (dates.iso_weekday = 7 or dates.calendar_date = lines.last_date)
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

taken as (
    select
        orders.source_system,
        orders.company_code,
        orders.contract_line_id,
        orders.order_date,
        orders.delivered_date,
        cast(case when lines.contract_kind = 'VALUE' then orders.delivered_amount
            else orders.quantity_delivered end as decimal(20, 6)) as delivered,
        cast(case when lines.contract_kind = 'VALUE' then orders.net_amount
            else orders.quantity_ordered - orders.quantity_cancelled end as decimal(20, 6)) as ordered
    from gold.fact_order_line as orders
    inner join contract_lines as lines
        on  lines.source_system = orders.source_system
        and lines.company_code = orders.company_code
        and lines.contract_line_id = orders.contract_line_id
    where not orders.is_cancelled
),

actual as (
    select
        days.source_system,
        days.company_code,
        days.contract_line_id,
        days.as_of_date,
        sum(case when taken.delivered_date <= days.as_of_date then taken.delivered else 0 end) as actual_to_date,
        sum(case when taken.order_date <= days.as_of_date then taken.ordered else 0 end) as ordered_to_date
    from days
    inner join taken
        on  taken.source_system = days.source_system
        and taken.company_code = days.company_code
        and taken.contract_line_id = days.contract_line_id
    group by days.source_system, days.company_code, days.contract_line_id, days.as_of_date
),

-- The last thirteen weeks, counted back from the day; one great week counts as the second greatest does.
weeks as (
    select
        days.source_system,
        days.company_code,
        days.contract_line_id,
        days.as_of_date,
        floor(datediff(days.as_of_date, taken.delivered_date) / 7) as weeks_ago,
        sum(taken.delivered) as delivered
    from days
    inner join taken
        on  taken.source_system = days.source_system
        and taken.company_code = days.company_code
        and taken.contract_line_id = days.contract_line_id
        and taken.delivered_date > date_sub(days.as_of_date, 91)
        and taken.delivered_date <= days.as_of_date
    group by
        days.source_system, days.company_code, days.contract_line_id, days.as_of_date,
        floor(datediff(days.as_of_date, taken.delivered_date) / 7)
),

ranked_weeks as (
    select
        weeks.*,
        row_number() over (
            partition by weeks.source_system, weeks.company_code, weeks.contract_line_id, weeks.as_of_date
            order by weeks.delivered desc, weeks.weeks_ago
        ) as place
    from weeks
),

pace as (
    select
        ranked_weeks.source_system,
        ranked_weeks.company_code,
        ranked_weeks.contract_line_id,
        ranked_weeks.as_of_date,
        sum(case when ranked_weeks.place > 1 then ranked_weeks.delivered else 0 end)
            + coalesce(
                max(case when ranked_weeks.place = 2 then ranked_weeks.delivered end),
                max(case when ranked_weeks.place = 1 then ranked_weeks.delivered end)
            ) as delivered
    from ranked_weeks
    group by
        ranked_weeks.source_system, ranked_weeks.company_code, ranked_weeks.contract_line_id, ranked_weeks.as_of_date
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
),

told as (
    select
        days.*,
        case when days.committed is not null then coalesce(expected.expected_to_date, 0) end as expected_to_date,
        coalesce(actual.actual_to_date, 0) as actual_to_date,
        coalesce(actual.ordered_to_date, 0) as ordered_to_date,
        coalesce(pace.delivered, 0) as paced,
        datediff(days.as_of_date, days.start_date) + 1 as days_elapsed,
        datediff(days.end_date, days.start_date) + 1 as days_total,
        coalesce(employees.employee_key, 0) as rep_key
    from days
    left join expected using (source_system, company_code, contract_line_id, as_of_date)
    left join actual using (source_system, company_code, contract_line_id, as_of_date)
    left join pace using (source_system, company_code, contract_line_id, as_of_date)
    left join reps using (source_system, company_code, contract_line_id, as_of_date)
    left join gold.dim_employee as employees
        on  employees.source_system = reps.source_system
        and employees.company_code = reps.company_code
        and employees.employee_id = reps.employee_id
        and days.as_of_date >= employees.valid_from_date
        and days.as_of_date < employees.valid_to_date
)

select
    told.source_system,
    told.company_code,
    told.as_of_date,
    told.contract_line_id,
    told.contract_id,
    told.contract_kind,
    told.party_id,
    told.party_name,
    told.rep_key,
    told.unit,
    told.committed,
    round(told.expected_to_date, 6) as expected_to_date,
    told.actual_to_date,
    told.ordered_to_date,
    case when told.expected_to_date > 0 then round(100 * told.actual_to_date / told.expected_to_date, 4) end
        as fulfilment_pct,
    case
        when told.expected_to_date > told.actual_to_date
            then round((told.expected_to_date - told.actual_to_date) * told.price, 4)
        when told.expected_to_date is not null then 0
    end as shortfall_amount,
    case when told.days_elapsed >= 28 then round(
        told.actual_to_date + told.paced * (told.days_total - told.days_elapsed) / least(told.days_elapsed, 91), 6
    ) end as forecast_at_end,
    told.days_elapsed,
    told.days_total,
    told.currency_code
from told

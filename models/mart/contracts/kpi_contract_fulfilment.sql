-- One row per contract line and Sunday of its term, and one for the business date (or the last day, once it has ended).
-- A Sunday's row says what was known of that day: late deliveries restate it.
-- A term that began before the first order that was ever loaded looks less taken than it was.
-- Quantities are in the unit of the line: its own for QUANTITY and RATE_ONLY, money for VALUE. Where it will end is as told on the
-- last Sunday.
with weeks as (
    select
        days.source_system,
        days.company_code,
        days.contract_line_id,
        days.as_of_date,
        floor(datediff(days.as_of_date, orders.delivered_date) / 7) as weeks_ago,
        sum(
            case
                when orders.delivered_date > days.as_of_date or orders.delivered_date is null then 0
                when days.contract_kind = 'VALUE' then orders.delivered_amount
                else orders.quantity_delivered
            end
        ) as delivered,
        sum(
            case
                when orders.order_date > days.as_of_date then 0
                when days.contract_kind = 'VALUE' then orders.net_amount
                else orders.quantity_ordered - orders.quantity_cancelled
            end
        ) as ordered
    from gold.fact_contract_expectation as days
    inner join gold.fact_order_line as orders
        on  orders.source_system = days.source_system
        and orders.company_code = days.company_code
        and orders.contract_line_id = days.contract_line_id
    where days.is_status_day and not orders.is_cancelled
    group by
        days.source_system, days.company_code, days.contract_line_id, days.as_of_date,
        floor(datediff(days.as_of_date, orders.delivered_date) / 7)
),

-- The pace is that of the last thirteen weeks, counted back from the day; the greatest counts as the second greatest.
taken as (
    select
        weeks.source_system,
        weeks.company_code,
        weeks.contract_line_id,
        weeks.as_of_date,
        sum(weeks.delivered) as actual_to_date,
        sum(weeks.ordered) as ordered_to_date,
        sum(weeks.delivered) filter (where weeks.weeks_ago between 0 and 12) as recent,
        sort_array(collect_list(weeks.delivered) filter (where weeks.weeks_ago between 0 and 12), false) as greatest
    from weeks
    group by weeks.source_system, weeks.company_code, weeks.contract_line_id, weeks.as_of_date
),

told as (
    select
        days.*,
        parties.party_name,
        coalesce(employees.employee_key, 0) as rep_key,
        coalesce(taken.actual_to_date, 0) as actual_to_date,
        coalesce(taken.ordered_to_date, 0) as ordered_to_date,
        coalesce(
            taken.recent - get(taken.greatest, 0) + coalesce(get(taken.greatest, 1), get(taken.greatest, 0)), 0
        ) as paced
    from gold.fact_contract_expectation as days
    left join taken using (source_system, company_code, contract_line_id, as_of_date)
    left join gold.dim_party as parties
        on  parties.source_system = days.source_system
        and parties.company_code = days.company_code
        and parties.party_id = days.party_id
        and parties.is_current
    left join gold.dim_employee as employees
        on  employees.source_system = days.source_system
        and employees.company_code = days.company_code
        and employees.employee_id = days.rep_id
        and days.as_of_date >= employees.valid_from_date
        and days.as_of_date < employees.valid_to_date
    where days.is_status_day
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
    told.expected_to_date,
    told.actual_to_date,
    told.ordered_to_date,
    case when told.expected_to_date > 0 then round(100 * told.actual_to_date / told.expected_to_date, 4) end
        as fulfilment_pct,
    case
        when told.expected_to_date > told.actual_to_date
            then round((told.expected_to_date - told.actual_to_date) * told.unit_price, 4)
        when told.expected_to_date is not null then 0
    end as shortfall_amount,
    case when told.days_elapsed >= 28 then round(
        told.actual_to_date + told.paced * (told.days_total - told.days_elapsed) / least(told.days_elapsed, 91), 6
    ) end as forecast_at_end,
    told.days_elapsed,
    told.days_total,
    told.currency_code,
    projections.expected_at_end as projected_at_end,
    projections.low_80 as projected_low,
    projections.high_80 as projected_high,
    projections.low_95 as projected_low_95,
    projections.high_95 as projected_high_95,
    projections.probability_short,
    projections.probability_early
from told
left join gold.fact_contract_projection as projections
    on  projections.source_system = told.source_system
    and projections.company_code = told.company_code
    and projections.contract_line_id = told.contract_line_id
    and projections.as_of_date = date_sub(told.as_of_date, dayofweek(told.as_of_date) - 1)

-- One row per contract line and bucket of its schedule; a line without schedule has one bucket, its term.
-- A line that commits to nothing (RATE_ONLY) has no row.
with buckets as (
    select
        schedule.source_system,
        schedule.company_code,
        schedule.contract_id,
        schedule.contract_line_id,
        schedule.period_start_date,
        schedule.period_end_date,
        schedule.committed_quantity,
        schedule.committed_amount,
        schedule.currency_code
    from silver.contract_schedule as schedule
    union all
    select
        lines.source_system,
        lines.company_code,
        lines.contract_id,
        lines.contract_line_id,
        contracts.start_date as period_start_date,
        contracts.end_date as period_end_date,
        lines.committed_quantity,
        lines.committed_amount,
        lines.currency_code
    from silver.contract_lines as lines
    inner join silver.contracts as contracts
        on  contracts.source_system = lines.source_system
        and contracts.company_code = lines.company_code
        and contracts.contract_id = lines.contract_id
    left anti join silver.contract_schedule as schedule
        on  schedule.source_system = lines.source_system
        and schedule.company_code = lines.company_code
        and schedule.contract_id = lines.contract_id
        and schedule.contract_line_id = lines.contract_line_id
    where lines.committed_quantity is not null or lines.committed_amount is not null
)

select
    buckets.source_system,
    buckets.company_code,
    buckets.contract_line_id,
    buckets.period_start_date,
    buckets.period_end_date,
    buckets.contract_id,
    coalesce(lines.contract_line_key, 0) as contract_line_key,
    buckets.committed_quantity,
    buckets.committed_amount,
    buckets.currency_code
from buckets
left join gold.dim_contract_line as lines
    on  lines.source_system = buckets.source_system
    and lines.company_code = buckets.company_code
    and lines.contract_id = buckets.contract_id
    and lines.contract_line_id = buckets.contract_line_id
    and lines.is_current

-- Every contract line as it stands, the largest shortfall first.
select
    company_code,
    party_name,
    contract_line_id,
    contract_kind,
    committed,
    expected_to_date,
    actual_to_date,
    ordered_to_date,
    100 * actual_to_date / nullif(expected_to_date, 0) as fulfilment_percent,
    forecast_at_end,
    shortfall_amount,
    as_of_date,
    coalesce(actual_to_date / nullif(expected_to_date, 0) < 0.85, false) as is_behind,
    fulfilment_pct is null as is_rate_only
from mart.kpi_contract_fulfilment
where (:company is null or company_code = :company)
    and as_of_date = (
        select max(as_of_date) from mart.kpi_contract_fulfilment where as_of_date <= least(:to, :as_of)
    )
order by shortfall_amount desc nulls last, company_code, contract_line_id

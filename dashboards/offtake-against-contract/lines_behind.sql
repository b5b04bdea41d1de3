-- The contract lines below 85%, the largest shortfall first.
with standing as (
    select
        fulfilment.*,
        fulfilment.actual_to_date / nullif(fulfilment.expected_to_date, 0) as share
    from mart.kpi_contract_fulfilment as fulfilment
    where (:company is null or fulfilment.company_code = :company)
        and fulfilment.as_of_date = (
            select max(as_of_date) from mart.kpi_contract_fulfilment where as_of_date <= least(:to, :as_of)
        )
        and fulfilment.fulfilment_pct is not null
)

select
    company_code,
    contract_line_id,
    contract_kind,
    party_name,
    committed,
    expected_to_date,
    actual_to_date,
    ordered_to_date,
    100 * share as fulfilment_percent,
    forecast_at_end,
    shortfall_amount
from standing
where share < 0.85
order by shortfall_amount desc, company_code, contract_line_id

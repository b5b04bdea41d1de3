-- How the fulfilment of the contract line with the largest shortfall came to where it stands.
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
),

largest as (
    select company_code, contract_line_id
    from standing
    where share < 0.85
    order by shortfall_amount desc, company_code, contract_line_id
    limit 1
)

select
    fulfilment.as_of_date,
    fulfilment.company_code,
    fulfilment.contract_line_id,
    fulfilment.party_name,
    100 * fulfilment.actual_to_date / nullif(fulfilment.expected_to_date, 0) as fulfilment_percent,
    100 as agreed_percent,
    'line' as story
from mart.kpi_contract_fulfilment as fulfilment
inner join largest using (company_code, contract_line_id)
where fulfilment.as_of_date between :from and least(:to, :as_of)
    and fulfilment.fulfilment_pct is not null
order by fulfilment.as_of_date

-- One row per customer with a contract line below 85%, the largest shortfall first.
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
    party_id,
    max(party_name) as party_name,
    100 * min(share) as fulfilment_percent,
    sum(shortfall_amount) as shortfall_amount,
    count(*) as lines_behind
from standing
where share < 0.85
group by company_code, party_id
order by sum(shortfall_amount) desc, company_code, party_id

-- Contract lines with a price but no agreed volume.
select
    count(*) as rate_only_lines,
    count(distinct (company_code, party_id)) as rate_only_customers,
    true as is_rate_only
from mart.kpi_contract_fulfilment
where (:company is null or company_code = :company)
    and fulfilment_pct is null
    and as_of_date = (
        select max(as_of_date) from mart.kpi_contract_fulfilment where as_of_date <= least(:to, :as_of)
    )

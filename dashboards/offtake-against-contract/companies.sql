-- Which companies can be chosen: those that have contracts.
select distinct company_code as value
from mart.kpi_contract_fulfilment
order by value

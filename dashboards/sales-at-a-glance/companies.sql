-- Which companies can be chosen: those that have invoiced.
select distinct company_code as value
from mart.kpi_revenue_month
order by value

-- Which companies can be chosen: those whose customers are watched.
select distinct company_code as value
from mart.signal_pattern
order by value

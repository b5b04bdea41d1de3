-- One row per region, with the one who sells there.
select
    case when regions.region = 'NORTH' then 1L else 2L end as employee_key,
    regions.region
from seed.regions as regions

-- Members that have two periods of which one begins before the other has ended.
select
    earlier.source_system,
    earlier.company_code,
    earlier.location_id,
    earlier.valid_from_date,
    earlier.valid_to_date,
    later.valid_from_date as next_valid_from_date
from gold.dim_location as earlier
inner join gold.dim_location as later
    on  later.source_system = earlier.source_system
    and later.company_code = earlier.company_code
    and later.location_id = earlier.location_id
    and later.location_key <> earlier.location_key
    and later.valid_from_date >= earlier.valid_from_date
    and later.valid_from_date < earlier.valid_to_date

-- Members that have two periods of which one begins before the other has ended.
select
    earlier.source_system,
    earlier.company_code,
    earlier.party_id,
    earlier.valid_from_date,
    earlier.valid_to_date,
    later.valid_from_date as next_valid_from_date
from gold.dim_party as earlier
inner join gold.dim_party as later
    on  later.source_system = earlier.source_system
    and later.company_code = earlier.company_code
    and later.party_id = earlier.party_id
    and later.party_key <> earlier.party_key
    and later.valid_from_date >= earlier.valid_from_date
    and later.valid_from_date < earlier.valid_to_date

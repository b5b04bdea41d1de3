-- One row per warehouse or boutique and period in which its type stayed the same; its name is the latest one.
select
    locations.source_system,
    locations.company_code,
    locations.location_id,
    last_value(locations.location_name) ignore nulls over (
        partition by locations.source_system, locations.company_code, locations.location_id
        order by locations.stated_at
        rows between unbounded preceding and unbounded following
    ) as location_name,
    locations.location_type,
    locations.stated_at as effective_at,
    locations.stated_date as effective_date,
    locations._deleted_at as deleted_at,
    locations._deleted_date as deleted_date
from silver.locations as locations

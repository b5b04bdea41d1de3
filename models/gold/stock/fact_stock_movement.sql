-- One row per movement and location side, signed, dated by the local day on which it happened: what goes from one
-- location to another stands twice, negative where it left and positive where it came in.
-- A movement whose source says no location has one row, with the sign of the source.
with sides as (
    select
        movements.*,
        explode(
            case
                when movements.from_location_id is not null and movements.to_location_id is not null
                    then array('OUT', 'IN')
                when movements.quantity < 0 then array('OUT')
                else array('IN')
            end
        ) as side
    from silver.stock_movements as movements
),

placed as (
    select
        sides.*,
        case when sides.side = 'OUT' then sides.from_location_id else sides.to_location_id end as location_id
    from sides
)

select
    placed.source_system,
    placed.company_code,
    placed.movement_id,
    placed.side,
    placed.document_id,
    placed.movement_type,
    placed.moved_at,
    placed.movement_date,
    coalesce(products.product_key, 0) as product_key,
    placed.product_id,
    coalesce(locations.location_key, 0) as location_key,
    placed.location_id,
    case when placed.side = 'OUT' then -abs(placed.quantity) else abs(placed.quantity) end as quantity,
    placed.unit_cost,
    placed.reference_id,
    placed.reference_line_id,
    placed.reason,
    placed.country,
    placed.currency_code
from placed
left join gold.dim_product as products
    on  products.source_system = placed.source_system
    and products.company_code = placed.company_code
    and products.product_id = placed.product_id
    and placed.movement_date >= products.valid_from_date
    and placed.movement_date < products.valid_to_date
left join gold.dim_location as locations
    on  locations.source_system = placed.source_system
    and locations.company_code = placed.company_code
    and locations.location_id = placed.location_id
    and placed.movement_date >= locations.valid_from_date
    and placed.movement_date < locations.valid_to_date

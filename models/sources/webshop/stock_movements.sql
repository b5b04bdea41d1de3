-- One row per movement. Each is sent alone, so it is its own document; what leaves the company is negative.
select
    records._record,
    records.movementId as movement_id,
    records.movementId as document_id,
    records.movementType as movement_type,
    records.occurredAt as moved_at,
    to_date(from_utc_timestamp(records.occurredAt, 'Europe/Amsterdam')) as movement_date,
    records.sku as product_id,
    case when records.toLocation is null then -records.quantity else records.quantity end as quantity,
    records.fromLocation as from_location_id,
    records.toLocation as to_location_id,
    records.unitCost as unit_cost,
    records.orderId as reference_id,
    case when records.lineNo is not null then concat_ws('-', records.orderId, records.lineNo) end as reference_line_id,
    'EUR' as currency_code,
    records.updatedAt as updated_at
from bronze.webshop_stock_movements as records

-- One row per movement. Each is its own document; what leaves the company is negative, a transfer between boutiques is not.
select
    records._record,
    records.`Movement No` as movement_id,
    records.`Movement No` as document_id,
    records.`Movement Type` as movement_type,
    records.`Occurred At` as moved_at,
    to_date(from_utc_timestamp(records.`Occurred At`, 'Europe/Amsterdam')) as movement_date,
    records.`Item Code` as product_id,
    case when records.`To Location` is null then -records.Quantity else records.Quantity end as quantity,
    records.`From Location` as from_location_id,
    records.`To Location` as to_location_id,
    records.`Unit Cost` as unit_cost,
    records.`Document No` as reference_id,
    case when records.`Line No` is not null then concat_ws('-', records.`Document No`, records.`Line No`) end as reference_line_id,
    'EUR' as currency_code,
    records.`Last Changed` as updated_at
from bronze.boutique_stock_movements as records

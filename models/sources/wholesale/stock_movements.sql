-- One row per movement. Each is sent alone, so it is its own document; what leaves the company is negative.
select
    records._record,
    records.Mutatienr as movement_id,
    records.Mutatienr as document_id,
    records.Soort as movement_type,
    records.`Gebeurd op` as moved_at,
    records.`Geboekt op` as movement_date,
    records.Artikel as product_id,
    case when records.`Naar locatie` is null then -records.Aantal else records.Aantal end as quantity,
    records.`Van locatie` as from_location_id,
    records.`Naar locatie` as to_location_id,
    records.Kostprijs as unit_cost,
    records.Documentnr as reference_id,
    case when records.Regel is not null then concat_ws('-', records.Documentnr, records.Regel) end as reference_line_id,
    'EUR' as currency_code,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_stock_movements as records

-- One row per movement of stock, signed, dated by the local day on which it happened.
select
    movements.source_system,
    movements.company_code,
    movements.movement_id,
    movements.document_id,
    movements.movement_type,
    movements.moved_at,
    movements.movement_date,
    coalesce(products.product_key, 0) as product_key,
    movements.product_id,
    movements.quantity,
    movements.reason,
    movements.country,
    movements.currency_code
from silver.stock_movements as movements
left join gold.dim_product as products
    on  products.source_system = movements.source_system
    and products.company_code = movements.company_code
    and products.product_id = movements.product_id
    and movements.movement_date >= products.valid_from_date
    and movements.movement_date < products.valid_to_date

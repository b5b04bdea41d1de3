-- Movements between two locations that do not come in as they left: what left and has not come in is on one side only.
select
    movements.source_system,
    movements.company_code,
    movements.document_id,
    movements.movement_id,
    sum(movements.quantity) as lost_quantity,
    count(*) as side_count
from gold.fact_stock_movement as movements
group by movements.source_system, movements.company_code, movements.document_id, movements.movement_id
having count(*) > 1 and (sum(movements.quantity) <> 0 or count(distinct movements.product_id) > 1)

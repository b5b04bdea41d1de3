-- One row per line of a state of an order. Days promised and delivered are those of the order, where the source keeps them.
select
    records._record,
    concat_ws('-', records.orderId, records.lineNo) as order_line_id,
    records.orderId as order_id,
    records.lineNo as line_number,
    records.sku as product_id,
    'st' as unit,
    records.quantity as quantity_ordered,
    records.quantityDelivered as quantity_delivered,
    records.quantityInvoiced as quantity_invoiced,
    records.quantityCancelled as quantity_cancelled,
    records.unitPrice as unit_price,
    records.listPrice as list_price,
    records.discountPct as discount_percent,
    records.netAmount as net_amount,
    records.vatRate as vat_percent,
    records.unitCost as unit_cost,
    'EUR' as currency_code,
    records.updatedAt as updated_at
from bronze.webshop_order_lines as records

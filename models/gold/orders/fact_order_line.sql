-- One row per order line in its latest state, dated by the local day on which the order was taken in.
-- A line whose order has not come, or is in quarantine, waits: it has neither a day nor a customer.
select
    lines.source_system,
    lines.company_code,
    lines.order_line_id,
    lines.order_id,
    lines.line_number,
    orders.order_type,
    orders.sale_channel,
    orders.order_status,
    orders.order_status = 'CANCELLED' as is_cancelled,
    orders.ordered_at,
    orders.order_date,
    coalesce(parties.party_key, 0) as party_key,
    orders.party_id,
    coalesce(products.product_key, 0) as product_key,
    lines.product_id,
    coalesce(locations.location_key, 0) as location_key,
    coalesce(employees.employee_key, 0) as rep_key,
    coalesce(contract_lines.contract_line_key, 0) as contract_line_key,
    lines.contract_line_id,
    lines.quote_line_id,
    orders.deal_id,
    orders.original_order_id,
    coalesce(lines.promised_date, orders.promised_date) as promised_date,
    coalesce(lines.delivered_date, orders.delivered_date) as delivered_date,
    lines.unit,
    lines.quantity_ordered,
    lines.quantity_cancelled,
    lines.quantity_delivered,
    lines.quantity_invoiced,
    lines.unit_price,
    lines.list_price,
    lines.discount_percent,
    lines.net_amount,
    cast(
        round(lines.quantity_delivered * lines.unit_price * (1 - lines.discount_percent / 100), 2) as decimal(20, 4)
    ) as delivered_amount,
    cast(
        round((lines.quantity_ordered - lines.quantity_cancelled) * lines.unit_cost, 2) as decimal(20, 4)
    ) as cost_amount,
    lines.currency_code,
    lines._record.content as _content,
    lines._record.line as _line
from silver.order_lines as lines
inner join silver.orders as orders
    on  orders.source_system = lines.source_system
    and orders.company_code = lines.company_code
    and orders.order_id = lines.order_id
left join gold.dim_party as parties
    on  parties.source_system = orders.source_system
    and parties.company_code = orders.company_code
    and parties.party_id = orders.party_id
    and orders.order_date >= parties.valid_from_date
    and orders.order_date < parties.valid_to_date
left join gold.dim_product as products
    on  products.source_system = lines.source_system
    and products.company_code = lines.company_code
    and products.product_id = lines.product_id
    and orders.order_date >= products.valid_from_date
    and orders.order_date < products.valid_to_date
left join gold.dim_location as locations
    on  locations.source_system = orders.source_system
    and locations.company_code = orders.company_code
    and locations.location_id = orders.location_id
    and orders.order_date >= locations.valid_from_date
    and orders.order_date < locations.valid_to_date
left join gold.dim_employee as employees
    on  employees.source_system = orders.source_system
    and employees.company_code = orders.company_code
    and employees.employee_id = orders.rep_id
    and orders.order_date >= employees.valid_from_date
    and orders.order_date < employees.valid_to_date
left join gold.dim_contract_line as contract_lines
    on  contract_lines.source_system = lines.source_system
    and contract_lines.company_code = lines.company_code
    and contract_lines.contract_line_id = lines.contract_line_id
    and orders.order_date >= contract_lines.valid_from_date
    and orders.order_date < contract_lines.valid_to_date

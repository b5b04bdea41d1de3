-- The order lines of the customers, the latest first, with the file and line they came from.
select
    order_date,
    order_id,
    party_name,
    product_name,
    quantity_ordered as ordered_quantity,
    quantity_delivered as delivered_quantity,
    net_amount,
    _file_name as file_name,
    _line_number as line_number,
    company_code,
    currency_code,
    order_line_id,
    party_id,
    product_id
from mart.rows_order_line
where (:company is null or company_code = :company)
    and order_date between :from and least(:to, :as_of)
order by order_date desc, order_id, order_line_id, company_code

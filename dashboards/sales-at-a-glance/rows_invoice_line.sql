-- The invoice lines behind the net amounts, with the file and line they came from.
select
    invoiced_date,
    invoice_id,
    party_name,
    product_name,
    quantity,
    net_amount,
    _file_name as file_name,
    _line_number as line_number,
    company_code,
    country,
    currency_code,
    month_start_date,
    invoice_line_id,
    party_id,
    product_id
from mart.rows_invoice_line
where (:company is null or company_code = :company)
    and month_start_date between date_trunc('month', :from) and :to
order by invoiced_date desc, invoice_id, invoice_line_id, company_code

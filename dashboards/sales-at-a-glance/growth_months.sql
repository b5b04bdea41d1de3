-- The months that the growth steps are summed over.
select
    company_code,
    month_start_date,
    order_count,
    order_amount,
    order_amount_last_year,
    like_for_like_amount,
    new_amount,
    reactivated_amount,
    lost_amount
from mart.kpi_order_growth
where (:company is null or company_code = :company)
    and month_start_date between date_trunc('month', :from) and :to
order by month_start_date desc, company_code

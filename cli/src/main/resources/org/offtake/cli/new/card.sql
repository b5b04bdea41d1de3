-- {Words} by company and month, the latest month first.
select company_code, month_start_date, currency_code, order_count, net_amount
from mart.kpi_{name}
where (:company is null or company_code = :company)
    and month_start_date between date_trunc('month', :from) and :to
order by month_start_date desc, company_code, currency_code

-- The running contract lines that will probably end below nine tenths of what was agreed, as they stood on the last Sunday; the
-- likeliest first, and of those the ones furthest behind in money. No model is sure: 99 % at most.
select
    company_code,
    contract_line_id,
    party_name,
    committed,
    ordered_to_date,
    projected_at_end,
    projected_low,
    projected_high,
    least(99, 100 * probability_short) as short_percent
from mart.kpi_contract_fulfilment
where (:company is null or company_code = :company)
    and as_of_date = (
        select max(as_of_date)
        from mart.kpi_contract_fulfilment
        where as_of_date <= least(:to, :as_of) and extract(isodow from as_of_date) = 7
    )
    and days_elapsed < days_total
    and probability_short > 0.5
order by round(probability_short::numeric, 2) desc, shortfall_amount desc, company_code, contract_line_id

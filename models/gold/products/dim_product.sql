-- One row per article and period in which its group stayed the same; its name is the latest one.
-- Prices are no part of it: they stand on the lines, as agreed on the day.
select
    products.source_system,
    products.company_code,
    products.product_id,
    last_value(products.product_name) ignore nulls over (
        partition by products.source_system, products.company_code, products.product_id
        order by products.stated_at
        rows between unbounded preceding and unbounded following
    ) as product_name,
    products.category,
    products.unit,
    products.vat_percent,
    products.product_status,
    products.is_charge,
    products.stated_at as effective_at,
    products.stated_date as effective_date,
    products._deleted_at as deleted_at,
    products._deleted_date as deleted_date
from silver.products as products

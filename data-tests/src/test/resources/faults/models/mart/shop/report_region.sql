-- One row per region, with the lines that its customers ordered.
with shop as (
    select coalesce(sum(products.scan_count), 0) as scan_count
    from gold.fact_product_scans as products
)

select
    regions.region,
    regions.region_name,
    count(lines.line_id) as line_count,
    max(shop.scan_count) as scan_count,
    :business_date as as_of_date
from seed.regions as regions
cross join shop
left join gold.fact_order_line as lines on lines.region = regions.region
group by regions.region, regions.region_name

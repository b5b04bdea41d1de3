-- One row per product that was scanned.
select
    scans.product_id,
    count(*) as scan_count
from silver.scans as scans
group by scans.product_id

-- One row per statement about a consumer. Of the postcode only the four digits go on: with its letters it points at a street.
select
    records._record,
    records.customerId as party_id,
    records.name as party_name,
    'CONSUMER' as party_type,
    records.country,
    records.city as town,
    left(records.postcode, 4) as postcode4,
    records.updatedAt as stated_at,
    to_date(from_utc_timestamp(records.updatedAt, 'Europe/Amsterdam')) as stated_date
from bronze.webshop_parties as records

-- One row per customer and day of a file. The name is personal; the postcode has no letters and points at no person.
select
    records._record,
    records.Klantnr as party_id,
    records.Naam as party_name,
    'BUSINESS' as party_type,
    records.Segment as segment,
    records.Land as country,
    records.Plaats as town,
    records.Postcode as postcode4,
    records.Betaaltermijn as payment_term,
    records.`Samengevoegd met` as merged_party_id,
    records.Geblokkeerd = 'J' as is_blocked,
    records.`Gewijzigd op` as stated_at,
    to_date(from_utc_timestamp(records.`Gewijzigd op`, 'Europe/Amsterdam')) as stated_date
from bronze.wholesale_parties as records

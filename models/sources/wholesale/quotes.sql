-- One row per state of a version of a quote.
select
    records._record,
    concat_ws('-', records.Offertenr, cast(records.Versie as string)) as quote_version_id,
    records.Offertenr as quote_id,
    records.Versie as version_number,
    records.`Laatste versie` = 'J' as is_latest,
    records.Klantnr as party_id,
    records.Status as quote_status,
    records.`Reden verloren` as lost_reason,
    records.`Aangevraagd op` as requested_at,
    records.`Verzonden op` as sent_at,
    to_date(from_utc_timestamp(records.`Verzonden op`, 'Europe/Amsterdam')) as sent_date,
    records.`Geldig tot` as valid_until_date,
    records.`Besloten op` as decided_date,
    records.Verkoper as rep_id,
    records.Valuta as currency_code,
    records.`Bedrag excl. btw` as net_amount,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_quotes as records

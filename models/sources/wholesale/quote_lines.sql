-- One row per line of a version of a quote.
select
    records._record,
    concat_ws('-', records.Offertenr, records.Versie, records.Regel) as quote_version_line_id,
    concat_ws('-', records.Offertenr, records.Versie) as quote_version_id,
    concat_ws('-', records.Offertenr, records.Regel) as quote_line_id,
    records.Regel as line_number,
    records.Artikel as product_id,
    records.Aantal as quantity,
    records.Prijs as unit_price,
    records.Lijstprijs as list_price,
    records.`Korting %` as discount_percent,
    records.`Bedrag excl. btw` as net_amount,
    'EUR' as currency_code,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_quote_lines as records

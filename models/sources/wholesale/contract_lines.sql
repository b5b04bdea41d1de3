-- One row per line of a contract, for an article or for a product group.
select
    records._record,
    concat_ws('-', records.Contractnr, records.Regel) as contract_line_id,
    records.Contractnr as contract_id,
    records.Regel as line_number,
    records.Artikel as product_id,
    records.Artikelgroep as product_group,
    records.`Afname aantal` as committed_quantity,
    records.Eenheid as unit,
    records.`Afname waarde` as committed_amount,
    records.Prijs as unit_price,
    records.`Prijs vanaf` as price_from_date,
    records.`Prijs tot` as price_until_date,
    'EUR' as currency_code,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_contract_lines as records

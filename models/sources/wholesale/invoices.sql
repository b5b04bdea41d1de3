-- One row per state of an invoice or a credit note: at issue, and when paid. The source says the day of issue only.
select
    records._record,
    records.Factuurnr as invoice_id,
    records.Soort as invoice_type,
    records.Corrigeert as corrects_invoice_id,
    records.Reden as reason_code,
    records.Klantnr as party_id,
    records.Ordernummer as order_id,
    records.Contractnr as contract_id,
    records.Verkoper as rep_id,
    records.Magazijn as location_id,
    records.Factuurdatum as invoiced_date,
    records.Vervaldatum as due_date,
    records.Valuta as currency_code,
    records.`Bedrag excl. btw` as net_amount,
    records.`Btw-bedrag` as vat_amount,
    records.`Bedrag incl. btw` as gross_amount,
    records.Openstaand as open_amount,
    records.`Gewijzigd op` as updated_at
from bronze.wholesale_invoices as records

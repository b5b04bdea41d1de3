-- One row per receipt; a receipt is an invoice that is paid at once.
select
    records._record,
    records.`Receipt No` as invoice_id,
    case when records.`Receipt Type` = 'RECEIPT' then 'INVOICE' else records.`Receipt Type` end as invoice_type,
    records.`Corrects Receipt No` as corrects_invoice_id,
    case when records.`Receipt Type` = 'CREDIT_NOTE' then 'RETURN' end as reason_code,
    records.`Client Code` as party_id,
    records.`Sale No` as order_id,
    records.`Boutique Code` as location_id,
    records.`Receipt Date` as invoiced_date,
    records.`Receipt Date` as due_date,
    records.Currency as currency_code,
    records.`Net Amount` as net_amount,
    records.`VAT Amount` as vat_amount,
    records.`Gross Amount` as gross_amount,
    0 as open_amount,
    records.`Last Changed` as updated_at
from bronze.boutique_receipts as records

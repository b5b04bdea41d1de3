-- One row per invoice or credit note; it is sent once and was paid at the order.
select
    records._record,
    records.invoiceId as invoice_id,
    records.invoiceType as invoice_type,
    records.correctsInvoiceId as corrects_invoice_id,
    records.reason as reason_code,
    records.customerId as party_id,
    records.orderId as order_id,
    'WEB' as location_id,
    records.issueDate as invoiced_date,
    records.issueDate as due_date,
    records.currency as currency_code,
    records.netAmount as net_amount,
    records.vatAmount as vat_amount,
    records.grossAmount as gross_amount,
    records.openAmount as open_amount,
    records.updatedAt as updated_at
from bronze.webshop_invoices as records

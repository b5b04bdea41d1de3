-- One row per state of an order. It is paid when it is placed, so that is the order day; the only location is WEB.
select
    records._record,
    records.orderId as order_id,
    records.orderType as order_type,
    records.channel as sale_channel,
    records.status as order_status,
    records.customerId as party_id,
    records.dealId as deal_id,
    'WEB' as location_id,
    records.receivedAt as received_at,
    records.receivedAt as ordered_at,
    to_date(from_utc_timestamp(records.receivedAt, 'Europe/Amsterdam')) as order_date,
    records.receivedAt as confirmed_at,
    records.promisedDate as promised_date,
    records.shippedAt as shipped_at,
    records.deliveredDate as delivered_date,
    records.cancelledAt as cancelled_at,
    records.currency as currency_code,
    records.netAmount as net_amount,
    records.vatAmount as vat_amount,
    records.grossAmount as gross_amount,
    records.updatedAt as updated_at
from bronze.webshop_orders as records

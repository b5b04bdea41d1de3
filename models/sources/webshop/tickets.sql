-- One row per state of a complaint or a question.
select
    records._record,
    records.ticketId as ticket_id,
    records.ticketType as ticket_type,
    records.channel as contact_channel,
    records.status as ticket_status,
    records.reason as reason_code,
    records.customerId as party_id,
    records.orderId as order_id,
    records.sku as product_id,
    records.dealId as deal_id,
    records.createdAt as created_at,
    to_date(from_utc_timestamp(records.createdAt, 'Europe/Amsterdam')) as created_date,
    records.firstReplyAt as first_reply_at,
    records.solvedAt as solved_at,
    to_date(from_utc_timestamp(records.solvedAt, 'Europe/Amsterdam')) as solved_date,
    records.csatScore as csat_score,
    'EUR' as currency_code,
    records.updatedAt as updated_at
from bronze.webshop_tickets as records

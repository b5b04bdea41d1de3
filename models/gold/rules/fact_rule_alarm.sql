-- One row per document and kind of signal that a rule finds in it, whatever the rule is: from which day on it is told, and until when.
select
    tickets.signal_kind,
    tickets.source_system,
    tickets.company_code,
    tickets.party_id,
    '' as subject,
    tickets.ticket_id as document_id,
    tickets.since_date,
    tickets.alarm_date,
    tickets.end_date,
    tickets.end_reason,
    tickets.stake_amount,
    tickets.currency_code,
    cast(null as string) as cause_code,
    cast(null as double) as chance,
    cast(null as decimal(20, 4)) as expected,
    cast(null as decimal(20, 4)) as observed,
    tickets.item_date,
    concat_ws(': ', tickets.ticket_id, case when tickets.signal_kind = 'BAD_SCORE' then concat(tickets.csat_score, '/5') end) as item
from gold.fact_ticket_alarm as tickets

union all

select
    'CONTACT_SPIKE', deals.source_system, deals.company_code, '', deals.deal_id, deals.deal_id, deals.since_date,
    deals.alarm_date, deals.end_date, 'TOLD_LONG', null, deals.currency_code,
    null, deals.chance, deals.expected_contacts, deals.contact_count, deals.since_date, cast(deals.order_count as string)
from gold.fact_contact_spike as deals

union all

select
    credits.signal_kind, credits.source_system, credits.company_code, credits.party_id, '', credits.invoice_id, credits.since_date,
    credits.alarm_date, credits.end_date, 'TOLD_LONG', credits.stake_amount, credits.currency_code,
    credits.cause_code, null, null, null, credits.alarm_date, credits.invoice_id
from gold.fact_credit_alarm as credits

union all

select
    lines.signal_kind, lines.source_system, lines.company_code, lines.party_id, '', lines.order_line_id, lines.since_date,
    lines.alarm_date, lines.end_date, lines.end_reason, lines.stake_amount, lines.currency_code,
    null, null, lines.expected_amount, lines.observed_amount, lines.since_date, lines.order_line_id
from gold.fact_billing_alarm as lines

union all

select
    numbers.signal_kind, numbers.source_system, numbers.company_code, '', numbers.prefix, numbers.invoice_id, numbers.since_date,
    numbers.alarm_date, numbers.end_date, 'TOLD_LONG', null, numbers.currency_code,
    null, null, null, numbers.number_count, numbers.since_date, concat(numbers.number_series, numbers.first_number)
from gold.fact_number_alarm as numbers

union all

select
    lines.signal_kind, lines.source_system, lines.company_code, lines.party_id, lines.subject, lines.order_line_id, lines.since_date,
    lines.alarm_date, lines.end_date, 'TOLD_LONG', lines.stake_amount, lines.currency_code,
    null, null, lines.expected_amount, lines.observed_amount, lines.since_date, lines.item
from gold.fact_agreement_alarm as lines

union all

select
    lines.signal_kind, lines.source_system, lines.company_code, lines.party_id, lines.subject, lines.order_line_id, lines.since_date,
    lines.alarm_date, lines.end_date, lines.end_reason, lines.stake_amount, lines.currency_code,
    null, null, null, null, lines.since_date, lines.item
from gold.fact_delivery_alarm as lines

union all

select
    orders.signal_kind, orders.source_system, orders.company_code, orders.party_id, orders.order_id, orders.order_id,
    orders.since_date, orders.alarm_date, orders.end_date, orders.end_reason, orders.stake_amount, orders.currency_code,
    null, null, null, null, orders.since_date, orders.item
from gold.fact_repeat_alarm as orders

union all

select
    'QUANTITY_IMPLAUSIBLE', lines.source_system, lines.company_code, lines.party_id, lines.order_line_id, lines.order_line_id,
    lines.since_date, lines.alarm_date, lines.end_date, lines.end_reason, lines.stake_amount, lines.currency_code,
    null, null, lines.expected_quantity, lines.observed_quantity, lines.since_date, lines.item
from gold.fact_quantity_alarm as lines

union all

select
    quotes.signal_kind, quotes.source_system, quotes.company_code, quotes.party_id, quotes.quote_id, quotes.quote_id,
    quotes.since_date, quotes.alarm_date, quotes.end_date, quotes.end_reason, quotes.stake_amount, quotes.currency_code,
    null, null, null, null, quotes.item_date, quotes.item
from gold.fact_quote_alarm as quotes

union all

select
    returns.signal_kind, returns.source_system, returns.company_code, returns.party_id, '',
    concat_ws(' ', returns.party_id, returns.currency_code, returns.month_date), returns.month_date,
    returns.alarm_date, returns.end_date, 'TOLD_LONG', returns.observed_amount, returns.currency_code,
    null, null, returns.expected_amount, returns.observed_amount, returns.alarm_date, date_format(returns.month_date, 'yyyy-MM')
from gold.fact_return_alarm as returns

union all

select
    'NO_ORDER', silences.source_system, silences.company_code, silences.party_id, '',
    concat_ws(' ', silences.party_id, silences.since_date), silences.since_date,
    silences.alarm_date, silences.end_date, silences.end_reason, silences.stake_amount, silences.currency_code,
    null, null, null, silences.order_day_count, silences.since_date, silences.party_id
from gold.fact_silence_alarm as silences

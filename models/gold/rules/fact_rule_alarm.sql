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
    tickets.rep_key,
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
    deals.alarm_date, deals.end_date, 'TOLD_LONG', 0, null, deals.currency_code,
    null, deals.chance, deals.expected_contacts, deals.contact_count, deals.since_date, cast(deals.order_count as string)
from gold.fact_contact_spike as deals

union all

select
    credits.signal_kind, credits.source_system, credits.company_code, credits.party_id, '', credits.invoice_id, credits.since_date,
    credits.alarm_date, credits.end_date, 'TOLD_LONG', credits.rep_key, credits.stake_amount, credits.currency_code,
    credits.cause_code, null, null, null, credits.alarm_date, credits.invoice_id
from gold.fact_credit_alarm as credits

union all

select
    lines.signal_kind, lines.source_system, lines.company_code, lines.party_id, '', lines.order_line_id, lines.since_date,
    lines.alarm_date, lines.end_date, lines.end_reason, lines.rep_key, lines.stake_amount, lines.currency_code,
    null, null, lines.expected_amount, lines.observed_amount, lines.since_date, lines.order_line_id
from gold.fact_billing_alarm as lines

union all

select
    numbers.signal_kind, numbers.source_system, numbers.company_code, '', numbers.prefix, numbers.invoice_id, numbers.since_date,
    numbers.alarm_date, numbers.end_date, 'TOLD_LONG', 0, null, numbers.currency_code,
    null, null, null, numbers.number_count, numbers.since_date, concat(numbers.number_series, numbers.first_number)
from gold.fact_number_alarm as numbers

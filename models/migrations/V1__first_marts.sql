-- Generated from the contracts by `offtake new migration`.
create table mart.kpi_contract_fulfilment (
    source_system text not null,
    company_code text not null,
    as_of_date date not null,
    contract_line_id text not null,
    contract_id text not null,
    contract_kind text not null,
    party_id text not null,
    party_name text null,
    rep_key bigint not null,
    unit text null,
    committed numeric(20,6) null,
    expected_to_date numeric(20,6) null,
    actual_to_date numeric(20,6) not null,
    ordered_to_date numeric(20,6) not null,
    fulfilment_pct numeric(20,4) null,
    shortfall_amount numeric(20,4) null,
    forecast_at_end numeric(20,6) null,
    days_elapsed bigint not null,
    days_total bigint not null,
    currency_code text not null
);
create unique index kpi_contract_fulfilment_grain on mart.kpi_contract_fulfilment (source_system, company_code, contract_line_id, as_of_date) nulls not distinct;
create index kpi_contract_fulfilment_unit on mart.kpi_contract_fulfilment (contract_line_id);
comment on table mart.kpi_contract_fulfilment is 'One row per contract line and Sunday of its term, and one for the business date (or the last day, once it has ended): what was agreed, what was to be expected by then, and what was taken (K17, K18).';
comment on column mart.kpi_contract_fulfilment.source_system is 'The system that states the contract';
comment on column mart.kpi_contract_fulfilment.company_code is 'The company that agreed it';
comment on column mart.kpi_contract_fulfilment.as_of_date is 'The day up to and with which everything is counted: a Sunday, the business date or the last day of the term';
comment on column mart.kpi_contract_fulfilment.contract_line_id is 'Contract and line number';
comment on column mart.kpi_contract_fulfilment.contract_id is 'Number of the contract';
comment on column mart.kpi_contract_fulfilment.contract_kind is 'QUANTITY, VALUE or RATE_ONLY';
comment on column mart.kpi_contract_fulfilment.party_id is 'The customer''s number';
comment on column mart.kpi_contract_fulfilment.party_name is 'Latest known name of the customer';
comment on column mart.kpi_contract_fulfilment.rep_key is 'Who answers for the customer on the day, the one with the greatest share; 0 when nobody does';
comment on column mart.kpi_contract_fulfilment.unit is 'What the quantities count: the unit of the line, or its currency when the contract is of VALUE';
comment on column mart.kpi_contract_fulfilment.committed is 'Committed for the whole term; null when RATE_ONLY';
comment on column mart.kpi_contract_fulfilment.expected_to_date is 'Buckets that have ended, and of the running one the share of its working days; null when RATE_ONLY';
comment on column mart.kpi_contract_fulfilment.actual_to_date is 'Delivered on order lines that call the contract line off, less returns';
comment on column mart.kpi_contract_fulfilment.ordered_to_date is 'Ordered on them and not cancelled';
comment on column mart.kpi_contract_fulfilment.fulfilment_pct is 'Actual in percent of expected; null when RATE_ONLY or while nothing is expected. Over rows, divide the sums';
comment on column mart.kpi_contract_fulfilment.shortfall_amount is 'What is missing at the agreed price; zero when ahead, null when RATE_ONLY';
comment on column mart.kpi_contract_fulfilment.forecast_at_end is 'Actual plus the pace of the last thirteen weeks (the greatest week counts as the second greatest) until the end; null in the first four weeks';
comment on column mart.kpi_contract_fulfilment.days_elapsed is 'Calendar days of the term so far, the day included';
comment on column mart.kpi_contract_fulfilment.days_total is 'Calendar days of the term';
comment on column mart.kpi_contract_fulfilment.currency_code is 'Currency of the contract';

create table mart.kpi_order_growth (
    company_code text not null,
    month_start_date date not null,
    currency_code text not null,
    order_count bigint not null,
    order_count_last_year bigint null,
    order_amount numeric(20,4) not null,
    order_amount_last_year numeric(20,4) null,
    like_for_like_amount numeric(20,4) null,
    new_amount numeric(20,4) null,
    lost_amount numeric(20,4) null,
    reactivated_amount numeric(20,4) null
);
create unique index kpi_order_growth_grain on mart.kpi_order_growth (company_code, month_start_date, currency_code) nulls not distinct;
comment on table mart.kpi_order_growth is 'One row per company, month and currency: orders of the month beside those of the same ISO weeks last year, and the difference split by who caused it (K10).';
comment on column mart.kpi_order_growth.company_code is 'The company that sold';
comment on column mart.kpi_order_growth.month_start_date is 'First day of the month of the local order date; the running month goes up to the business date';
comment on column mart.kpi_order_growth.currency_code is 'Currency of the orders';
comment on column mart.kpi_order_growth.order_count is 'Orders that were not cancelled; returns are not counted';
comment on column mart.kpi_order_growth.order_count_last_year is 'The same 364 days earlier; null while the company''s orders do not go back that far';
comment on column mart.kpi_order_growth.order_amount is 'Their lines before VAT and after discount, less returns';
comment on column mart.kpi_order_growth.order_amount_last_year is 'The same 364 days earlier; null while the company''s orders do not go back that far';
comment on column mart.kpi_order_growth.like_for_like_amount is 'Difference from customers with orders in both periods, and from walk-ins, who cannot be told apart';
comment on column mart.kpi_order_growth.new_amount is 'Difference from customers whose first order ever came after the period last year';
comment on column mart.kpi_order_growth.lost_amount is 'Difference from customers with orders in the period last year and none now; negative';
comment on column mart.kpi_order_growth.reactivated_amount is 'Difference from customers who had ordered before the period last year, not in it, and do again now';

create table mart.kpi_revenue_month (
    company_code text not null,
    month_start_date date not null,
    country text not null,
    currency_code text not null,
    sales_amount numeric(20,4) not null,
    credit_amount numeric(20,4) not null,
    adjustment_amount numeric(20,4) not null,
    net_amount numeric(20,4) not null,
    invoice_count bigint not null,
    credit_invoice_count bigint not null,
    customer_count bigint not null,
    line_count bigint not null,
    write_off_line_count bigint not null
);
create unique index kpi_revenue_month_grain on mart.kpi_revenue_month (company_code, month_start_date, country, currency_code) nulls not distinct;
create index kpi_revenue_month_unit on mart.kpi_revenue_month (month_start_date);
comment on table mart.kpi_revenue_month is 'One row per company, month of the invoice date, country of the invoice and currency.';
comment on column mart.kpi_revenue_month.company_code is 'The company that invoiced';
comment on column mart.kpi_revenue_month.month_start_date is 'First day of the month of the local invoice date';
comment on column mart.kpi_revenue_month.country is 'Country of the invoice; empty where it says none';
comment on column mart.kpi_revenue_month.currency_code is 'Currency of the documents';
comment on column mart.kpi_revenue_month.sales_amount is 'Lines of documents that are neither credit notes nor adjustments, charges included';
comment on column mart.kpi_revenue_month.credit_amount is 'Lines of credit notes; zero or negative';
comment on column mart.kpi_revenue_month.adjustment_amount is 'Bad-debt lines';
comment on column mart.kpi_revenue_month.net_amount is 'Sales, credits and adjustments together';
comment on column mart.kpi_revenue_month.invoice_count is 'All documents, credit notes and adjustments included';
comment on column mart.kpi_revenue_month.credit_invoice_count is 'Credit notes among them';
comment on column mart.kpi_revenue_month.customer_count is 'Distinct known customers; does not add up over rows';
comment on column mart.kpi_revenue_month.line_count is 'Invoice lines';
comment on column mart.kpi_revenue_month.write_off_line_count is 'Stock write-offs that came among the invoice lines; with line_count it adds up to the records';

create table mart.report_quarantine (
    source text not null,
    delivery_id text not null,
    record_number bigint not null,
    company_code text not null,
    source_table text not null,
    delivery text null,
    line bigint null,
    entity text null,
    reason_code text not null,
    reason_nl text not null,
    reason_en text not null,
    field_name text null,
    field_value text null,
    raw text null,
    first_seen_at timestamptz null,
    corrected_at timestamptz null
);
create unique index report_quarantine_grain on mart.report_quarantine (source, source_table, delivery_id, record_number) nulls not distinct;
create index report_quarantine_unit on mart.report_quarantine (delivery_id);
comment on table mart.report_quarantine is 'One row per record in quarantine, with the reason in words; corrected records leave it.';
comment on column mart.report_quarantine.source is 'The system that sent it';
comment on column mart.report_quarantine.delivery_id is 'The content of the file it stands in';
comment on column mart.report_quarantine.record_number is 'Number of the record in the file';
comment on column mart.report_quarantine.company_code is 'The company whose system it is';
comment on column mart.report_quarantine.source_table is 'The table of the system';
comment on column mart.report_quarantine.delivery is 'The file that brought it';
comment on column mart.report_quarantine.line is 'Line or spreadsheet row in the file';
comment on column mart.report_quarantine.entity is 'What it would have become; empty when it could not be read that far';
comment on column mart.report_quarantine.reason_code is 'What is wrong';
comment on column mart.report_quarantine.reason_nl is 'The reason in Dutch';
comment on column mart.report_quarantine.reason_en is 'The reason in English';
comment on column mart.report_quarantine.field_name is 'Where it is wrong';
comment on column mart.report_quarantine.field_value is 'What stands there';
comment on column mart.report_quarantine.raw is 'The record as received';
comment on column mart.report_quarantine.first_seen_at is 'When its content first arrived';
comment on column mart.report_quarantine.corrected_at is 'When its correction came; null while it stands here';

create table mart.rows_invoice_line (
    source_system text not null,
    company_code text not null,
    month_start_date date not null,
    invoiced_date date not null,
    invoice_id text not null,
    invoice_line_id text not null,
    invoice_type text not null,
    line_type text not null,
    order_id text null,
    corrects_invoice_id text null,
    reason_code text null,
    country text null,
    quantity numeric(20,6) not null,
    party_id text null,
    party_name text null,
    segment text null,
    product_id text null,
    product_name text null,
    category text null,
    rep_key bigint not null,
    unit text null,
    unit_price numeric(20,6) not null,
    net_amount numeric(20,4) not null,
    cost_amount numeric(20,4) null,
    margin_amount numeric(20,4) null,
    currency_code text not null,
    _file_name text null,
    _line_number bigint null
);
create unique index rows_invoice_line_grain on mart.rows_invoice_line (source_system, company_code, invoice_line_id) nulls not distinct;
create index rows_invoice_line_unit on mart.rows_invoice_line (invoice_id);
comment on table mart.rows_invoice_line is 'One row per invoice line with the names of customer and article: the rows behind every revenue figure.';
comment on column mart.rows_invoice_line.source_system is 'The system it comes from';
comment on column mart.rows_invoice_line.company_code is 'The company that sold';
comment on column mart.rows_invoice_line.month_start_date is 'First day of the month of invoiced_date';
comment on column mart.rows_invoice_line.invoiced_date is 'Local business day of the company';
comment on column mart.rows_invoice_line.invoice_id is 'Number of the document';
comment on column mart.rows_invoice_line.invoice_line_id is 'Document and line number';
comment on column mart.rows_invoice_line.invoice_type is 'INVOICE, CREDIT_NOTE or ADJUSTMENT';
comment on column mart.rows_invoice_line.line_type is 'PRODUCT or CHARGE';
comment on column mart.rows_invoice_line.order_id is 'The order it invoices';
comment on column mart.rows_invoice_line.corrects_invoice_id is 'The invoice that a credit note corrects';
comment on column mart.rows_invoice_line.reason_code is 'Why it is credited';
comment on column mart.rows_invoice_line.country is 'Country as the document says it';
comment on column mart.rows_invoice_line.quantity is 'Signed';
comment on column mart.rows_invoice_line.party_id is 'The customer''s number; null where the document names none';
comment on column mart.rows_invoice_line.party_name is 'Latest known name of the customer';
comment on column mart.rows_invoice_line.segment is 'Segment of the customer on the day';
comment on column mart.rows_invoice_line.product_id is 'The article''s number';
comment on column mart.rows_invoice_line.product_name is 'Latest known name of the article';
comment on column mart.rows_invoice_line.category is 'Product group on the day';
comment on column mart.rows_invoice_line.rep_key is 'The salesperson that the document names; 0 when none';
comment on column mart.rows_invoice_line.unit is 'Unit of the quantities';
comment on column mart.rows_invoice_line.unit_price is 'Per unit, before VAT and discount';
comment on column mart.rows_invoice_line.net_amount is 'Before VAT, after discount; signed';
comment on column mart.rows_invoice_line.cost_amount is 'Cost of the line; null where the source does not say';
comment on column mart.rows_invoice_line.margin_amount is 'What is left of the net amount after cost';
comment on column mart.rows_invoice_line.currency_code is 'Currency of the document';
comment on column mart.rows_invoice_line._file_name is 'File that the line came with';
comment on column mart.rows_invoice_line._line_number is 'Line of the file on which it stands';

create table mart.rows_order_line (
    source_system text not null,
    company_code text not null,
    month_start_date date not null,
    order_date date not null,
    order_id text not null,
    order_line_id text not null,
    order_type text not null,
    sale_channel text not null,
    order_status text not null,
    is_cancelled boolean not null,
    contract_line_id text null,
    deal_id text null,
    promised_date date null,
    delivered_date date null,
    quantity_ordered numeric(20,6) not null,
    quantity_cancelled numeric(20,6) not null,
    quantity_delivered numeric(20,6) not null,
    party_id text null,
    party_name text null,
    segment text null,
    product_id text null,
    product_name text null,
    category text null,
    rep_key bigint not null,
    unit text null,
    unit_price numeric(20,6) not null,
    net_amount numeric(20,4) not null,
    cost_amount numeric(20,4) null,
    margin_amount numeric(20,4) null,
    currency_code text not null,
    _file_name text null,
    _line_number bigint null
);
create unique index rows_order_line_grain on mart.rows_order_line (source_system, company_code, order_line_id) nulls not distinct;
create index rows_order_line_unit on mart.rows_order_line (order_id);
comment on table mart.rows_order_line is 'One row per order line with the names of customer and article: the rows behind every order figure.';
comment on column mart.rows_order_line.source_system is 'The system it comes from';
comment on column mart.rows_order_line.company_code is 'The company that sold';
comment on column mart.rows_order_line.month_start_date is 'First day of the month of order_date';
comment on column mart.rows_order_line.order_date is 'Local business day of the company';
comment on column mart.rows_order_line.order_id is 'Number of the document';
comment on column mart.rows_order_line.order_line_id is 'Document and line number';
comment on column mart.rows_order_line.order_type is 'STANDARD, CALL_OFF, DEAL, POS_SALE or RETURN';
comment on column mart.rows_order_line.sale_channel is 'B2B_DESK, PHONE, EMAIL, EDI, WEB or POS';
comment on column mart.rows_order_line.order_status is 'CONFIRMED, SHIPPED, DELIVERED, INVOICED or CANCELLED';
comment on column mart.rows_order_line.is_cancelled is 'Whether the whole order was cancelled; it then counts nowhere';
comment on column mart.rows_order_line.contract_line_id is 'The contract line that it calls off';
comment on column mart.rows_order_line.deal_id is 'The deal it was sold in';
comment on column mart.rows_order_line.promised_date is 'The day first promised';
comment on column mart.rows_order_line.delivered_date is 'Local day of delivery';
comment on column mart.rows_order_line.quantity_ordered is 'Ordered; negative on a return';
comment on column mart.rows_order_line.quantity_cancelled is 'Cancelled';
comment on column mart.rows_order_line.quantity_delivered is 'Delivered so far; negative on a return';
comment on column mart.rows_order_line.party_id is 'The customer''s number; null where the document names none';
comment on column mart.rows_order_line.party_name is 'Latest known name of the customer';
comment on column mart.rows_order_line.segment is 'Segment of the customer on the day';
comment on column mart.rows_order_line.product_id is 'The article''s number';
comment on column mart.rows_order_line.product_name is 'Latest known name of the article';
comment on column mart.rows_order_line.category is 'Product group on the day';
comment on column mart.rows_order_line.rep_key is 'The salesperson that the document names; 0 when none';
comment on column mart.rows_order_line.unit is 'Unit of the quantities';
comment on column mart.rows_order_line.unit_price is 'Per unit, before VAT and discount';
comment on column mart.rows_order_line.net_amount is 'Before VAT, after discount; signed';
comment on column mart.rows_order_line.cost_amount is 'Cost of the line; null where the source does not say';
comment on column mart.rows_order_line.margin_amount is 'What is left of the net amount after cost';
comment on column mart.rows_order_line.currency_code is 'Currency of the document';
comment on column mart.rows_order_line._file_name is 'File that the line came with';
comment on column mart.rows_order_line._line_number is 'Line of the file on which it stands';

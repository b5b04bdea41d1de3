create table mart.kpi_revenue_month (
    company_code text not null, month_start_date date not null, country text not null, currency_code text not null,
    sales_amount numeric(20, 4), credit_amount numeric(20, 4), adjustment_amount numeric(20, 4),
    net_amount numeric(20, 4), invoice_count bigint, credit_invoice_count bigint, customer_count bigint,
    line_count bigint, write_off_line_count bigint
);
create table mart.kpi_order_growth (
    company_code text not null, month_start_date date not null, order_count bigint, order_count_last_year bigint,
    order_amount numeric(20, 4), order_amount_last_year numeric(20, 4), like_for_like_amount numeric(20, 4),
    new_amount numeric(20, 4), lost_amount numeric(20, 4), reactivated_amount numeric(20, 4)
);
create table mart.rows_invoice_line (
    company_code text not null, month_start_date date not null, invoiced_date date not null, invoice_id text,
    invoice_line_id text, party_id text, party_name text, product_id text, product_name text, quantity numeric(20, 6),
    net_amount numeric(20, 4), currency_code text, country text, _file_name text, _line_number bigint
);
create table mart.kpi_contract_fulfilment (
    as_of_date date not null, company_code text not null, contract_line_id text not null, contract_kind text,
    party_id text, party_name text, rep_key bigint, committed numeric(20, 6), expected_to_date numeric(20, 6),
    actual_to_date numeric(20, 6), ordered_to_date numeric(20, 6), fulfilment_pct numeric(20, 4),
    shortfall_amount numeric(20, 4), forecast_at_end numeric(20, 6), days_elapsed bigint, days_total bigint
);
create table mart.rows_order_line (
    company_code text not null, order_date date not null, order_id text, order_line_id text, party_id text,
    party_name text, product_id text, product_name text, contract_line_id text, quantity_ordered numeric(20, 6),
    quantity_delivered numeric(20, 6), net_amount numeric(20, 4), currency_code text, _file_name text,
    _line_number bigint
);

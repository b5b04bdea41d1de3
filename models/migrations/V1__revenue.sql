-- Generated from the contracts by `offtake new migration`.
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

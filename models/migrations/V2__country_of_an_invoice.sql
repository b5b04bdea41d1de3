-- Generated from the contracts by `offtake new migration`.
comment on column mart.kpi_revenue_month.country is 'Country of the invoice, or of its customer on the invoice day where the source sends headers; empty where neither is said';

comment on column mart.rows_invoice_line.country is 'Country as the document says it; where the source sends headers, that of the customer on the invoice day';

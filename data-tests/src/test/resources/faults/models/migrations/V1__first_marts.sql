-- Generated from the contracts by `offtake new migration`.
create table mart.kpi_day (
    ordered_date date not null,
    line_count bigint not null,
    net_amount numeric(20,4) not null
);
create unique index kpi_day_grain on mart.kpi_day (ordered_date) nulls not distinct;
comment on table mart.kpi_day is 'Orders by day; the day is replaced when one of its lines changes.';

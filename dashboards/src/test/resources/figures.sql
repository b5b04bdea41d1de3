-- Three companies, 25 months up to 21 November 2026. October 2026 is behind: the wholesaler lost a quarter.
insert into mart.rows_invoice_line
select
    companies.code,
    months.month::date,
    months.month::date + (lines.line * 3 % 28)::int,
    'F' || to_char(months.month, 'YYMM') || '-' || lpad((lines.line / 3)::text, 3, '0'),
    companies.code || '-' || to_char(months.month, 'YYMM') || '-' || lines.line,
    'K' || (100 + lines.line % 6),
    (array['Hotel De Witte Zwaan', 'Café <b>Het Hoekje</b><script>document.title=''owned''</script>', 'Bakkerij Jansen',
        'Restaurant Sous les Étoiles', '=HYPERLINK("http://example.org")', 'Slagerij ''t Veld'])[1 + lines.line % 6],
    'A' || (10 + lines.line % 4),
    (array['Olijfolie 5 l', 'Bloem 25 kg', 'Koffie 1 kg', 'Servet wit'])[1 + lines.line % 4],
    2 + lines.line % 7,
    round(
        companies.size * (1 + 0.25 * sin(extract(month from months.month))::numeric)
        * case when months.month >= '2025-11-01' then companies.growth else 1 end
        * case when companies.code = 'groothandel' and months.month = '2026-10-01' then 0.72 else 1 end
        * case when lines.line % 17 = 0 then -0.4 else 1 end
        * (0.6 + (lines.line * 7 % 10) / 10.0), 2),
    'EUR',
    (array['NL', 'NL', 'BE', 'DE', 'NL', ''])[1 + lines.line % 6],
    'invoices-' || to_char(months.month, 'YYYY-MM') || '.csv',
    lines.line + 1
from (values ('groothandel', 4200, 1.06), ('dagdeals', 1500, 1.11), ('boutique', 700, 0.97))
    as companies (code, size, growth)
cross join generate_series(date '2024-11-01', date '2026-11-01', interval '1 month') as months (month)
cross join generate_series(1, 90) as lines (line)
where months.month::date + (lines.line * 3 % 28)::int <= date '2026-11-21';

insert into mart.kpi_revenue_month
select
    company_code, month_start_date, country, currency_code,
    sum(net_amount) filter (where net_amount >= 0), coalesce(sum(net_amount) filter (where net_amount < 0), 0), 0,
    sum(net_amount), count(distinct invoice_id), 0, count(distinct party_id), count(*), 0
from mart.rows_invoice_line
group by company_code, month_start_date, country, currency_code;

insert into mart.kpi_order_growth
select
    this_year.company_code, this_year.month_start_date, 120, 115, this_year.amount, last_year.amount,
    (this_year.amount - last_year.amount) - 9000 + 14000 - 2500, 9000, -14000, 2500
from (select company_code, month_start_date, sum(net_amount) as amount from mart.kpi_revenue_month group by 1, 2)
    as this_year
inner join (select company_code, month_start_date, sum(net_amount) as amount from mart.kpi_revenue_month group by 1, 2)
    as last_year
    on last_year.company_code = this_year.company_code
    and last_year.month_start_date = (this_year.month_start_date - interval '1 year')::date;

-- Fourteen contract lines; the first five fall behind in the course of the year, the last two carry a price only.
insert into mart.kpi_contract_fulfilment
select
    days.day::date,
    'groothandel',
    'C-2026-' || lpad(lines.line::text, 3, '0'),
    case when lines.line > 12 then 'RATE' else 'QUANTITY' end,
    'K' || (100 + lines.line),
    (array['Hotel De Witte Zwaan', 'Café <b>Het Hoekje</b><script>document.title=''owned''</script>', 'Bakkerij Jansen',
        'Restaurant Sous les Étoiles', 'Zorggroep Rivierenland', 'Slagerij ''t Veld', 'Camping Zeezicht', 'Lunchroom Pluk',
        'Brasserie Noord', 'Stichting De Brug', 'IJssalon Venezia', 'Sportpark West', 'Traiteur Olijf', 'Kantine 21'])[lines.line],
    lines.line % 3 + 1,
    case when lines.line <= 12 then 1200 * (15 - lines.line) end,
    case when lines.line <= 12 then elapsed.expected end,
    elapsed.expected * elapsed.share,
    elapsed.expected * elapsed.share * 1.02,
    case when lines.line <= 12 then round(100 * elapsed.share, 4) end,
    case when lines.line <= 12 then round(greatest(0, elapsed.expected * (1 - elapsed.share)) * 3.8, 2) end,
    case when lines.line <= 12 then 1200 * (15 - lines.line) * elapsed.share end,
    days.day::date - date '2025-11-01',
    420
from generate_series(date '2025-11-02', date '2026-11-21', interval '1 day') as days (day)
cross join generate_series(1, 14) as lines (line)
cross join lateral (
    select
        1200.0 * (15 - lines.line) * (days.day::date - date '2025-11-01') / 420 as expected,
        case
            when lines.line <= 5
                then 1.02 - (0.1 + 0.55 / lines.line) * (days.day::date - date '2025-11-01') / 385.0
                    + 0.02 * sin(extract(doy from days.day) / 9)::numeric
            else 0.95 + lines.line / 100.0
        end as share
) as elapsed;

insert into mart.rows_order_line
select
    'groothandel', days.day::date, 'O' || to_char(days.day, 'YYMMDD') || '-' || lines.line,
    'O' || to_char(days.day, 'YYMMDD') || '-' || lines.line || '-1', 'K' || (100 + lines.line),
    (select max(party_name) from mart.kpi_contract_fulfilment where party_id = 'K' || (100 + lines.line)),
    'A10', 'Olijfolie 5 l', 'C-2026-' || lpad(lines.line::text, 3, '0'), 24, 20, 24 * 38, 'EUR',
    'orders-' || to_char(days.day, 'YYYY-MM-DD') || '.csv', 1 + lines.line
from generate_series(date '2025-11-03', date '2026-11-20', interval '7 day') as days (day)
cross join generate_series(1, 14) as lines (line);

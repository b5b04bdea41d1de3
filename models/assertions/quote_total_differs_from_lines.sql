-- Versions of quotes whose amount differs from the sum of their lines by more than a cent per line.
select
    quotes.source_system,
    quotes.company_code,
    quotes.quote_version_id,
    quotes.net_amount as header_amount,
    sum(lines.net_amount) as lines_amount,
    count(*) as line_count
from silver.quotes as quotes
inner join silver.quote_lines as lines
    on  lines.source_system = quotes.source_system
    and lines.company_code = quotes.company_code
    and lines.quote_version_id = quotes.quote_version_id
group by quotes.source_system, quotes.company_code, quotes.quote_version_id, quotes.net_amount
having abs(quotes.net_amount - sum(lines.net_amount)) > 0.01 * count(*)

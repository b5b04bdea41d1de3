-- One row per order and currency: what its lines are worth together, under the number its customer goes by now.
-- A customer that was merged stands under the number that took it over, so that a merger is neither lost nor new.
select
    lines.source_system,
    lines.company_code,
    lines.order_id,
    lines.currency_code,
    lines.order_type,
    lines.is_cancelled,
    lines.order_date,
    lines.party_key,
    coalesce(parties.durable_party_id, lines.party_id) as durable_party_id,
    sum(lines.net_amount) as net_amount
from gold.fact_order_line as lines
left join gold.dim_party as parties
    on  parties.company_code = lines.company_code
    and parties.party_key = lines.party_key
group by
    lines.source_system,
    lines.company_code,
    lines.order_id,
    lines.currency_code,
    lines.order_type,
    lines.is_cancelled,
    lines.order_date,
    lines.party_key,
    coalesce(parties.durable_party_id, lines.party_id)

-- One row per order line and way in which it goes against what was agreed with its customer: bought without calling off the contract
-- that covers the article, at another price than agreed, or than listed where nothing was agreed.
-- What was sold in a deal, at a register or by a quote has a price of its own.
with lines as (
    select
        orders.*,
        products.category,
        orders.quantity_ordered - orders.quantity_cancelled as quantity,
        orders.unit_price * (1 - orders.discount_percent / 100) as net_price
    from gold.fact_order_line as orders
    left join gold.dim_product as products
        on products.product_key = orders.product_key
    where
        orders.party_id is not null
        and not orders.is_cancelled
        and orders.order_type in ('STANDARD', 'CALL_OFF')
        and orders.quantity_ordered > orders.quantity_cancelled
),

-- Of several contracts the one with the first number.
beside as (
    select
        lines.source_system,
        lines.company_code,
        lines.order_line_id,
        min(contracts.contract_id) as contract_id
    from lines
    inner join gold.dim_contract_line as contracts
        on  contracts.source_system = lines.source_system
        and contracts.company_code = lines.company_code
        and contracts.party_id = lines.party_id
        and contracts.is_current
        and lines.order_date >= contracts.start_date
        and lines.order_date <= contracts.end_date
        and (contracts.product_id = lines.product_id or contracts.product_id is null and contracts.product_group = lines.category)
    where lines.contract_line_id is null
    group by lines.source_system, lines.company_code, lines.order_line_id
),

compared as (
    select
        lines.*,
        'NOT_CALLED_OFF' as signal_kind,
        beside.contract_id as subject,
        cast(null as decimal(20, 6)) as agreed_price,
        lines.net_price as asked_price,
        lines.net_amount as difference
    from lines
    inner join beside
        on  beside.source_system = lines.source_system
        and beside.company_code = lines.company_code
        and beside.order_line_id = lines.order_line_id
    union all
    select
        lines.*, 'CONTRACT_PRICE', lines.contract_line_id, agreed.unit_price, lines.net_price,
        abs(lines.net_price - agreed.unit_price) * lines.quantity
    from lines
    inner join gold.dim_contract_line as agreed
        on  agreed.source_system = lines.source_system
        and agreed.company_code = lines.company_code
        and agreed.contract_line_id = lines.contract_line_id
        and agreed.party_id = lines.party_id
        and agreed.is_current
        and agreed.unit_price > 0
        and agreed.currency_code = lines.currency_code
        and coalesce(agreed.unit, lines.unit) <=> lines.unit
        and lines.order_date >= agreed.start_date
        and lines.order_date <= agreed.end_date
    union all
    select
        lines.*, 'LIST_PRICE', '', lines.list_price, lines.unit_price, abs(lines.unit_price - lines.list_price) * lines.quantity
    from lines
    where
        lines.contract_line_id is null
        and lines.quote_line_id is null
        and lines.list_price > 0
)

select
    compared.signal_kind,
    compared.source_system,
    compared.company_code,
    compared.order_id,
    compared.order_line_id,
    compared.party_id,
    compared.subject,
    compared.order_date as since_date,
    compared.order_date as alarm_date,
    date_add(compared.order_date, cast(greatest(1, coalesce(rules.keep_days, 30)) as int)) as end_date,
    cast(round(compared.agreed_price * compared.quantity, 2) as decimal(20, 4)) as expected_amount,
    cast(round(compared.asked_price * compared.quantity, 2) as decimal(20, 4)) as observed_amount,
    cast(round(compared.difference, 2) as decimal(20, 4)) as stake_amount,
    compared.currency_code,
    concat_ws(' ', compared.order_line_id, compared.product_id) as item
from compared
inner join seed.signal_rules as rules
    on rules.signal_kind = compared.signal_kind
where
    compared.agreed_price is null
    or abs(compared.asked_price - compared.agreed_price) > coalesce(rules.threshold, 0) * compared.agreed_price

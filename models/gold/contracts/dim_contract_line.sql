-- One row per contract line: what is agreed for one article or product group, with the terms of its contract.
-- The source states a contract as it is now, so the latest statement holds from the day of signing.
select
    lines.source_system,
    lines.company_code,
    lines.contract_line_id,
    lines.contract_id,
    lines.line_number,
    contracts.contract_kind,
    contracts.contract_status,
    contracts.party_id,
    contracts.rep_id,
    lines.product_id,
    lines.product_group,
    lines.committed_quantity,
    lines.unit,
    lines.committed_amount,
    lines.unit_price,
    lines.currency_code,
    contracts.signed_date,
    contracts.start_date,
    contracts.end_date,
    contracts.notice_date,
    contracts.tolerance_under_percent,
    contracts.tolerance_over_percent,
    contracts.expected_basis,
    contracts.profile,
    cast(contracts.signed_date as timestamp) as effective_at,
    contracts.signed_date as effective_date
from silver.contract_lines as lines
inner join silver.contracts as contracts
    on  contracts.source_system = lines.source_system
    and contracts.company_code = lines.company_code
    and contracts.contract_id = lines.contract_id

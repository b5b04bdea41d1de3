-- Contract lines whose buckets do not add up to what is committed.
select
    lines.source_system,
    lines.company_code,
    lines.contract_line_id,
    lines.committed_quantity,
    lines.committed_amount,
    sum(commitment.committed_quantity) as buckets_quantity,
    sum(commitment.committed_amount) as buckets_amount
from gold.dim_contract_line as lines
inner join gold.fact_contract_commitment as commitment
    on  commitment.source_system = lines.source_system
    and commitment.company_code = lines.company_code
    and commitment.contract_line_id = lines.contract_line_id
where lines.is_current
group by
    lines.source_system,
    lines.company_code,
    lines.contract_line_id,
    lines.committed_quantity,
    lines.committed_amount
having not (sum(commitment.committed_quantity) <=> lines.committed_quantity)
    or not (sum(commitment.committed_amount) <=> lines.committed_amount)

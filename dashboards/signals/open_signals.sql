-- How many signals stand open, the one with the most money at stake, weighed by its probability, and all money in its currency, of each customer the most.
with standing as (
    select *
    from mart.open_signal
    where recipient in ('REP', 'SUPPLY')
        and (:company is null or company_code = :company)
),

counts as (
    select
        count(*) as open_signals,
        count(*) filter (where standing.raised_date > cast(:as_of as date) - 7) as new_signals
    from standing
),

-- What is missed of a group or a contract line is missed of the customer too: the greatest counts.
customers as (
    select
        standing.currency_code,
        max(standing.stake_amount) as stake_amount
    from standing
    group by standing.source_system, standing.company_code, standing.party_id, standing.currency_code
)

select
    counts.open_signals,
    counts.new_signals,
    largest.signal_id,
    largest.company_code,
    largest.party_name,
    largest.currency_code,
    largest.stake_amount,
    (
        select sum(customers.stake_amount)
        from customers
        where customers.currency_code = largest.currency_code
    ) as total_stake_amount,
    case when counts.open_signals = 0 then 'none' else 'some' end as story
from counts
left join lateral (
    select standing.*
    from standing
    order by standing.weight_amount desc, standing.signal_id
    limit 1
) as largest on true

-- One row per customer or supplier and period in which what is said of it stayed the same.
select
    parties.source_system,
    parties.company_code,
    parties.party_id,
    last_value(parties.party_name) ignore nulls over (
        partition by parties.source_system, parties.company_code, parties.party_id
        order by parties.stated_at
        rows between unbounded preceding and unbounded following
    ) as party_name,
    parties.party_type,
    parties.segment,
    parties.country,
    parties.is_blocked,
    parties.stated_at as effective_at,
    parties.stated_date as effective_date
from silver.parties as parties

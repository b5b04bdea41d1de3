-- One row per customer or supplier and period in which what is said of it stayed the same.
-- Name, town and the number that took it over are the latest known ones (type 1).
select
    parties.source_system,
    parties.company_code,
    parties.party_id,
    coalesce(
        last_value(parties.merged_party_id) ignore nulls over every_statement,
        parties.party_id
    ) as durable_party_id,
    last_value(parties.party_name) ignore nulls over every_statement as party_name,
    parties.party_type,
    parties.segment,
    parties.country,
    last_value(parties.town) ignore nulls over every_statement as town,
    last_value(parties.postcode4) ignore nulls over every_statement as postcode4,
    parties.payment_term,
    parties.is_blocked,
    parties.stated_at as effective_at,
    parties.stated_date as effective_date,
    parties._deleted_at as deleted_at,
    parties._deleted_date as deleted_date
from silver.parties as parties
window every_statement as (
    partition by parties.source_system, parties.company_code, parties.party_id
    order by parties.stated_at
    rows between unbounded preceding and unbounded following
)

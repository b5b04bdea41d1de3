-- One row per deal that had far more complaints and questions for its orders than is usual so soon after a start.
-- Usual is what the deals of the company that started in the 365 days before had by the same hour, with half a contact more, so
-- that none at all is not taken for certain. How rarely so many come by chance is the tail of a Poisson distribution.
with usual as (
    select
        contacts.*,
        sum(contacts.order_count) over past as usual_orders,
        sum(contacts.contact_count) over past as usual_contacts
    from gold.fact_deal_contact as contacts
    window past as (
        partition by contacts.source_system, contacts.company_code, contacts.day_number
        order by datediff(contacts.start_date, date'1970-01-01')
        range between 365 preceding and 1 preceding
    )
),

expected as (
    select
        usual.*,
        (coalesce(usual.usual_contacts, 0) + 0.5D) * usual.order_count / nullif(usual.usual_orders, 0) as expected_contacts
    from usual
    where usual.usual_orders > 0 and usual.order_count > 0
),

-- One less the chances of 0, 1, … contacts, each made from the one before.
told as (
    select
        expected.*,
        rules.keep_days,
        rules.threshold,
        aggregate(
            sequence(1, cast(greatest(1, expected.contact_count) as int)),
            named_struct('term', exp(-expected.expected_contacts), 'rest', 1.0D),
            (done, number) -> named_struct(
                'term', done.term * expected.expected_contacts / number, 'rest', done.rest - done.term
            ),
            done -> greatest(done.rest, 0.0D)
        ) as chance
    from expected
    inner join seed.signal_rules as rules
        on  rules.signal_kind = 'CONTACT_SPIKE'
        and expected.contact_count >= greatest(1, rules.least_count)
),

first_days as (
    select
        told.source_system,
        told.company_code,
        told.deal_id,
        told.start_date,
        told.currency_code,
        told.keep_days,
        min(struct(
            told.day_number, told.order_count, told.contact_count, told.expected_contacts, told.chance
        )) as first_day
    from told
    where told.chance < told.threshold
    group by
        told.source_system, told.company_code, told.deal_id, told.start_date, told.currency_code, told.keep_days
)

select
    first_days.source_system,
    first_days.company_code,
    first_days.deal_id,
    first_days.start_date as since_date,
    date_add(first_days.start_date, cast(first_days.first_day.day_number as int)) as alarm_date,
    date_add(
        first_days.start_date, cast(first_days.first_day.day_number + greatest(1, coalesce(first_days.keep_days, 7)) as int)
    ) as end_date,
    first_days.first_day.order_count,
    first_days.first_day.contact_count,
    cast(first_days.first_day.expected_contacts as decimal(20, 6)) as expected_contacts,
    first_days.first_day.chance,
    first_days.currency_code
from first_days

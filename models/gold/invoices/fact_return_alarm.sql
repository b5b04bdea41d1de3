-- One row per customer and month in which far more was credited, or came back, than the months before let expect: more than the
-- middle one of them and so many times their spread. Most months have none, so a spread counts as the floor at least.
-- The day is the one on which the month went beyond that.
with months as (
    select
        days.signal_kind, days.source_system, days.company_code, days.party_id, days.currency_code,
        trunc(days.moved_date, 'MM') as month_date,
        sum(days.returned_amount) as returned_amount
    from gold.fact_return_day as days
    group by
        days.signal_kind, days.source_system, days.company_code, days.party_id, days.currency_code, trunc(days.moved_date, 'MM')
),

-- A month before in which nothing moved is no row: it counts as one in which nothing came back.
earlier as (
    select
        months.signal_kind, months.source_system, months.company_code, months.party_id, months.currency_code, months.month_date,
        rules.threshold,
        coalesce(rules.floor_amount, 0) as floor_amount,
        cast(greatest(1, coalesce(rules.keep_days, 31)) as int) as keep_days,
        cast(months_between(months.month_date, min(others.month_date)) as int) as month_count,
        sort_array(collect_list(others.returned_amount)) as amounts
    from months
    inner join seed.signal_rules as rules
        on  rules.signal_kind = months.signal_kind
        and months.returned_amount > rules.threshold * coalesce(rules.floor_amount, 0)
    inner join months as others
        on  others.signal_kind = months.signal_kind
        and others.source_system = months.source_system
        and others.company_code = months.company_code
        and others.party_id = months.party_id
        and others.currency_code = months.currency_code
        and others.month_date < months.month_date
        and others.month_date >= date_sub(months.month_date, cast(coalesce(rules.window_days, 0) as int))
    group by
        months.signal_kind, months.source_system, months.company_code, months.party_id, months.currency_code, months.month_date,
        rules.threshold, rules.floor_amount, rules.keep_days, rules.least_count
    having months_between(months.month_date, min(others.month_date)) >= coalesce(rules.least_count, 1)
),

padded as (
    select
        earlier.*,
        sort_array(
            concat(earlier.amounts, array_repeat(cast(0 as decimal(30, 4)), earlier.month_count - size(earlier.amounts)))
        ) as every_amount
    from earlier
),

centred as (
    select
        padded.*,
        get(padded.every_amount, cast(floor(padded.month_count / 2) as int)) as middle
    from padded
),

-- 1.4826 times the middle distance is the standard deviation of what is spread normally.
judged as (
    select
        centred.*,
        centred.middle + centred.threshold * greatest(
            centred.floor_amount,
            1.4826 * get(
                sort_array(transform(centred.every_amount, amount -> abs(amount - centred.middle))),
                cast(floor(centred.month_count / 2) as int)
            )
        ) as most_amount
    from centred
)

select
    judged.signal_kind,
    judged.source_system,
    judged.company_code,
    judged.party_id,
    judged.currency_code,
    judged.month_date,
    min(days.moved_date) as alarm_date,
    date_add(min(days.moved_date), min(judged.keep_days)) as end_date,
    cast(min(judged.middle) as decimal(20, 4)) as expected_amount,
    min(struct(days.moved_date, days.month_to_date_amount)).month_to_date_amount as observed_amount
from judged
inner join gold.fact_return_day as days
    on  days.signal_kind = judged.signal_kind
    and days.source_system = judged.source_system
    and days.company_code = judged.company_code
    and days.party_id = judged.party_id
    and days.currency_code = judged.currency_code
    and trunc(days.moved_date, 'MM') = judged.month_date
    and days.month_to_date_amount > judged.most_amount
group by
    judged.signal_kind, judged.source_system, judged.company_code, judged.party_id, judged.currency_code, judged.month_date

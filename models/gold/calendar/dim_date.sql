-- One row per local calendar day of the span in the seed.
-- Working days are weekdays that are no public holiday of the seed; outside the years of the seed all weekdays are.
select
    days.calendar_date,
    to_date(date_trunc('MONTH', days.calendar_date)) as month_start_date,
    to_date(date_trunc('QUARTER', days.calendar_date)) as quarter_start_date,
    to_date(date_trunc('WEEK', days.calendar_date)) as week_start_date,
    year(days.calendar_date) as calendar_year,
    month(days.calendar_date) as month_number,
    extract(yearofweek from days.calendar_date) as iso_year,
    weekofyear(days.calendar_date) as iso_week,
    weekday(days.calendar_date) + 1 as iso_weekday,
    weekday(days.calendar_date) >= 5 as is_weekend,
    element_at(
        array('maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'),
        weekday(days.calendar_date) + 1
    ) as weekday_nl,
    element_at(
        array('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
        weekday(days.calendar_date) + 1
    ) as weekday_en,
    weekday(days.calendar_date) < 5 and holidays.holiday_date is null as is_working_day,
    sum(case when weekday(days.calendar_date) < 5 and holidays.holiday_date is null then 1 else 0 end) over (
        order by days.calendar_date
        rows between unbounded preceding and current row
    ) as working_day_number,
    holidays.holiday_nl,
    holidays.holiday_en
from (
    select explode(sequence(span.first_date, span.last_date, interval 1 day)) as calendar_date
    from seed.calendar_span as span
) as days
left join seed.holidays as holidays
    on holidays.holiday_date = days.calendar_date

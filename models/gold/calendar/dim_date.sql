-- One row per local calendar day, from 2000 to 2049.
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
    ) as weekday_en
from (
    select explode(sequence(date'2000-01-01', date'2049-12-31', interval 1 day)) as calendar_date
) as days

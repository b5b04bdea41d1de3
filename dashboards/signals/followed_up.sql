-- By salesperson: what they were told in the period, and what they said of it.
select
    coalesce(signals.rep_name, '–') as rep_name,
    count(*) as signals_told,
    count(*) filter (where signals.followup_count > 0) as signals_followed,
    count(*) filter (where signals.followup_count = 0 and signals.ended_date is null and signals.acknowledge_due_date < :as_of)
        as signals_late,
    percentile_cont(0.5) within group (order by signals.acknowledge_working_days) as working_days,
    sum(signals.expected_amount) as expected_amount,
    max(signals.currency_code) as currency_code
from mart.kpi_signal_followup as signals
where signals.recipient = 'REP'
    and signals.raised_date between :from and :to
    and (:company is null or signals.company_code = :company)
group by signals.rep_name, signals.currency_code
order by signals_late desc, signals_told desc, rep_name

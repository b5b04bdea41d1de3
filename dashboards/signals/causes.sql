-- Why customers left their pattern, as people said of what was told in the period.
select
    signals.cause_code,
    count(*) as signals_followed,
    sum(signals.stake_amount) as stake_amount,
    signals.currency_code
from mart.kpi_signal_followup as signals
where signals.cause_code is not null
    and signals.raised_date between :from and :to
    and (:company is null or signals.company_code = :company)
group by signals.cause_code, signals.currency_code
order by stake_amount desc nulls last, signals_followed desc, signals.cause_code

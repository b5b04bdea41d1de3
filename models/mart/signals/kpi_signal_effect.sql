-- One row per company, kind of signal, currency and way to tell what calling brought (R6), over the signals whose 90 days have passed.
-- HELD_OUT: those shown less those that chance held out of the same groups, both beside their predictions, which takes the difference
-- between customers out of it. MODEL_BASED: those contacted beside the prediction alone. The interval holds the mean in 95 of 100 cases;
-- with fewer than ten on a side it would say more than is known, and is left out.
with judged as (
    select effects.*
    from gold.fact_signal_effect as effects
    where effects.window_end_date < :business_date
),

-- A group without anybody held out compares with nobody.
compared as (
    select
        judged.*,
        max(judged.is_held_out) over (
            partition by judged.source_system, judged.company_code, judged.currency_code, judged.hold_out_stratum
        ) as has_held_out
    from judged
    where judged.hold_out_stratum is not null
),

held_out as (
    select
        compared.source_system,
        compared.company_code,
        compared.signal_kind,
        compared.currency_code,
        'HELD_OUT' as effect_basis,
        count_if(not compared.is_held_out) as shown_count,
        count_if(compared.is_contacted and not compared.is_held_out) as contacted_count,
        count_if(compared.is_held_out) as held_out_count,
        avg(case when not compared.is_held_out then cast(compared.above_prediction_amount as double) end)
        - avg(case when compared.is_held_out then cast(compared.above_prediction_amount as double) end) as recovered,
        sqrt(
            var_samp(case when not compared.is_held_out then cast(compared.above_prediction_amount as double) end)
            / nullif(count_if(not compared.is_held_out), 0)
            + var_samp(case when compared.is_held_out then cast(compared.above_prediction_amount as double) end)
            / nullif(count_if(compared.is_held_out), 0)
        ) as error,
        count_if(not compared.is_held_out) as counted,
        least(count_if(not compared.is_held_out), count_if(compared.is_held_out)) as smaller
    from compared
    where compared.has_held_out
    group by compared.source_system, compared.company_code, compared.signal_kind, compared.currency_code
),

model_based as (
    select
        judged.source_system,
        judged.company_code,
        judged.signal_kind,
        judged.currency_code,
        'MODEL_BASED' as effect_basis,
        count_if(not judged.is_held_out) as shown_count,
        count_if(judged.is_contacted and not judged.is_held_out) as contacted_count,
        count_if(judged.is_held_out) as held_out_count,
        avg(case when judged.is_contacted and not judged.is_held_out then cast(judged.above_prediction_amount as double) end) as recovered,
        sqrt(
            var_samp(case when judged.is_contacted and not judged.is_held_out then cast(judged.above_prediction_amount as double) end)
            / nullif(count_if(judged.is_contacted and not judged.is_held_out), 0)
        ) as error,
        count_if(judged.is_contacted and not judged.is_held_out) as counted,
        count_if(judged.is_contacted and not judged.is_held_out) as smaller
    from judged
    group by judged.source_system, judged.company_code, judged.signal_kind, judged.currency_code
),

effects as (
    select * from held_out
    union all
    select * from model_based
)

select
    effects.source_system,
    effects.company_code,
    effects.signal_kind,
    effects.currency_code,
    effects.effect_basis,
    effects.shown_count,
    effects.contacted_count,
    effects.held_out_count,
    cast(effects.recovered as decimal(20, 4)) as recovered_amount,
    cast(effects.recovered * effects.counted as decimal(20, 4)) as recovered_total_amount,
    cast(case when effects.smaller >= 10 then effects.recovered - 1.96 * effects.error end as decimal(20, 4)) as recovered_low_amount,
    cast(case when effects.smaller >= 10 then effects.recovered + 1.96 * effects.error end as decimal(20, 4)) as recovered_high_amount
from effects
where effects.recovered is not null

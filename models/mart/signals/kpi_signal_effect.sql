-- One row per company, kind of signal, currency and way to tell what calling brought (R6), over the signals whose 90 days have passed.
-- HELD_OUT: those shown less those that chance held out of the same groups, both beside their predictions, which takes the difference
-- between customers out of it. MODEL_BASED: those contacted beside the prediction alone. The interval holds the mean in 95 of 100 cases;
-- with fewer than ten on a side it would say more than is known, and is left out.
with judged as (
    select
        effects.*,
        effects.is_contacted and not effects.is_held_out as is_called,
        cast(effects.above_prediction_amount as decimal(18, 2)) as above,
        max(effects.is_held_out) over (
            partition by effects.source_system, effects.company_code, effects.currency_code, effects.hold_out_stratum
        ) as has_held_out
    from gold.fact_signal_effect as effects
    where effects.window_end_date < :business_date
),

-- Which signals are judged by which way, and which they are compared with. A group without anybody held out compares with nobody.
sides as (
    select
        judged.*,
        'HELD_OUT' as effect_basis,
        not judged.is_held_out as is_counted,
        judged.is_held_out as is_other
    from judged
    where judged.hold_out_stratum is not null and judged.has_held_out
    union all
    select
        judged.*,
        'MODEL_BASED' as effect_basis,
        judged.is_called as is_counted,
        false as is_other
    from judged
),

sums as (
    select
        sides.source_system,
        sides.company_code,
        sides.signal_kind,
        sides.currency_code,
        sides.effect_basis,
        count_if(not sides.is_held_out) as shown_count,
        count_if(sides.is_called) as contacted_count,
        count_if(sides.is_held_out) as held_out_count,
        count_if(sides.is_counted) as counted,
        sum(case when sides.is_counted then sides.above end) as total,
        sum(case when sides.is_counted then sides.above * sides.above end) as squares,
        case when sides.effect_basis = 'HELD_OUT' then count_if(sides.is_other) end as others,
        sum(case when sides.is_other then sides.above end) as others_total,
        sum(case when sides.is_other then sides.above * sides.above end) as others_squares
    from sides
    group by sides.source_system, sides.company_code, sides.signal_kind, sides.currency_code, sides.effect_basis
),

-- The squared error of a mean is its variance over the number.
effects as (
    select
        sums.*,
        cast(sums.total as double) / sums.counted
        - coalesce(cast(sums.others_total as double) / sums.others, 0) as recovered,
        sqrt(
            greatest(0, cast(sums.squares as double) - cast(sums.total as double) * cast(sums.total as double) / sums.counted)
            / nullif(sums.counted - 1, 0) / sums.counted
            + case when sums.others is null then 0 else
                greatest(0, cast(sums.others_squares as double)
                    - cast(sums.others_total as double) * cast(sums.others_total as double) / sums.others)
                / nullif(sums.others - 1, 0) / sums.others
            end
        ) as error
    from sums
    where sums.counted > 0 and coalesce(sums.others, 1) > 0
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
    case when least(effects.counted, coalesce(effects.others, effects.counted)) >= 10
        then cast(effects.recovered - 1.96 * effects.error as decimal(20, 4)) end as recovered_low_amount,
    case when least(effects.counted, coalesce(effects.others, effects.counted)) >= 10
        then cast(effects.recovered + 1.96 * effects.error as decimal(20, 4)) end as recovered_high_amount
from effects

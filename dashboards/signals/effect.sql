-- What calling brought, by kind of signal; the two ways to tell stand beside each other and are never added.
select
    effects.signal_kind,
    effects.effect_basis,
    effects.shown_count,
    effects.contacted_count,
    effects.held_out_count,
    effects.recovered_amount,
    effects.recovered_low_amount,
    effects.recovered_high_amount,
    effects.currency_code
from mart.kpi_signal_effect as effects
where :company is null or effects.company_code = :company
order by effects.signal_kind, effects.effect_basis

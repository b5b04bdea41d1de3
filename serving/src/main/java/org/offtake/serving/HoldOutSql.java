package org.offtake.serving;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which of the signals that are due chance holds out.
 *
 * <p>It may choose among signals for a salesperson that say what is to come, but never among the largest: those with more at
 * stake than four in five of all that were told of the company by the model, and none before there are ten to compare with. It
 * chooses one in each block of so many of the same company, kind and half by money at stake, in the order in which they are
 * told; of those told on a day the order is that of a hash, not of money. So each kind is held out as often as it should be,
 * and what is held out differs from the rest by chance alone.
 */
record HoldOutSql(Optional<Telling.HoldOut> holdOut, LocalDate businessDate) {
    private static final int ENOUGH = 10;

    /** A common table expression {@code chosen}: the rows of {@code due}, with their stratum and until when they are held out. */
    String chosenFromDue() {
        if (holdOut.isEmpty()) {
            return "chosen as (select *, null::text as hold_out_stratum, null::date as held_out_until_date from due)";
        }
        return """
                size as (
                    select
                        model,
                        company_code,
                        percentile_cont(0.5) within group (order by stake_amount) as middle,
                        percentile_cont(0.8) within group (order by stake_amount) as large
                    from (
                        select model, company_code, stake_amount from app.signal
                        union all
                        select model, company_code, stake_amount from due
                    ) as known
                    where stake_amount is not null
                    group by model, company_code
                    having count(*) >= %3$s
                ), grouped as (
                    select
                        due.*,
                        case when due.recipient = 'REP' and due.predicted_amount is not null and due.stake_amount <= size.large
                            then concat_ws('/', due.model, due.source_system, due.company_code, due.signal_kind,
                                case when due.stake_amount <= size.middle then 'SMALL' else 'MEDIUM' end)
                        end as hold_out_stratum
                    from due
                    left join size using (model, company_code)
                ), placed as (
                    select
                        grouped.*,
                        (select count(*) from app.signal as before where before.hold_out_stratum = grouped.hold_out_stratum)
                            + row_number() over (
                                partition by hold_out_stratum
                                order by md5(concat_ws('/', party_id, rule_code, subject, alarm_date)), party_id
                            ) - 1 as place
                    from grouped
                ), chosen as (
                    select
                        placed.*,
                        case when hold_out_stratum is not null
                                and place %% %1$s = (hashtext(hold_out_stratum || place / %1$s)::bigint & 2147483647) %% %1$s
                            then date '%4$s' + %2$s - 1
                        end as held_out_until_date
                    from placed
                )""".formatted(holdOut.get().block(), holdOut.get().days(), ENOUGH, businessDate);
    }
}

package org.offtake.patterns.contract.watch;

import java.time.LocalDate;
import org.offtake.patterns.contract.Interval;

/**
 * A time through which a risk of a contract is told.
 *
 * @param alarmDate the day at whose end it is told; a later one than today is due if nothing more is taken until then
 * @param sinceDate first day from which it was likelier than not until the alarm
 * @param closedDate first day on which it is likelier not, or the day after the term
 * @param isBack whether it was over before the term was
 * @param probability of the risk, as told at the alarm, as all that follows
 * @param taken by then, in the contract's measure
 * @param expected at the end of the term
 * @param likely holds the end of the term in four of five cases
 */
public record ContractEpisode(
        ContractRisk risk,
        LocalDate alarmDate,
        LocalDate sinceDate,
        LocalDate closedDate,
        boolean isBack,
        double probability,
        double taken,
        double expected,
        Interval likely) {}

package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.contract.belief.AgreedLevels;
import org.offtake.patterns.contract.watch.ContractRisk;
import org.offtake.patterns.contract.watch.ContractTerm;
import org.offtake.patterns.contract.watch.Purchases;

/**
 * Contracts as a run of the pipeline tells of them: each is known by what was ordered on it and on those before it, counted by its commitment, and what commitments
 * tell is learnt on the first day of each quarter from those that had begun.
 */
record AsRun(AgreedSet set, Priors priors, AgreedLevels agreed) {

    static AsRun of(AgreedSet set, Priors priors) {
        List<Contract> contracts = ContractScore.scored(set).toList();
        TreeMap<LocalDate, AgreedLevel> agreed = new TreeMap<>();
        quarters(contracts)
                .forEach(day -> agreed.put(day, ContractScore.agreed(set, priors, day, priors::filterByCommitment)));
        return new AsRun(set, priors, new AgreedLevels(agreed));
    }

    /** The day of the term on which it is first told that it will end short. */
    OptionalInt whenTold(Contract contract, Predicate<Taken> counts) {
        Purchases purchases = new Purchases(
                set.ordersBefore(contract),
                set.ordersOf(contract).stream().filter(counts).toList());
        return new ContractTerm(
                        contract, purchases, priors.time(set, contract.customerId()), agreed, contract.startDate())
                .episodes(priors.filterByCommitment(set, contract)).stream()
                        .filter(it -> it.risk() == ContractRisk.SHORT)
                        .mapToInt(it -> (int) ChronoUnit.DAYS.between(contract.startDate(), it.alarmDate()) + 1)
                        .min();
    }

    private static Stream<LocalDate> quarters(List<Contract> contracts) {
        LocalDate end = contracts.stream()
                .map(Contract::endDate)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return contracts.stream().map(Contract::startDate).min(LocalDate::compareTo).stream()
                .map(start -> start.with(IsoFields.DAY_OF_QUARTER, 1))
                .flatMap(first -> Stream.iterate(first, day -> !day.isAfter(end), day -> day.plusMonths(3)));
    }
}

package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.Taken;

/**
 * The contracts of a labelled set, every day of their term replayed with what was known by then.
 *
 * @param contracts scored: those of customers who had not left before
 * @param fellShort of them
 * @param alarms by rule: the projection at several probabilities and the rules of the trade
 * @param coverage at a quarter, half and three quarters of the year
 */
public record ContractScore(int contracts, int fellShort, List<Alarms> alarms, List<Coverage> coverage) {
    private static final List<Integer> LOOKED_AT = List.of(90, 180, 270);
    private static final double[] PROBABILITIES = {0.7, 0.8, 0.85, 0.9, 0.95};
    private static final double BEHIND = 0.8;

    /** {@code firstDay} is the first of year one, from which all is learned; terms lie after it. */
    public static ContractScore of(LabelledSet set, LocalDate firstDay) {
        Priors priors = Priors.fit(set, firstDay);
        List<Replay> replays = set.contracts().stream()
                .filter(it -> it.commitment().isPresent() && !set.left().contains(it.customerId()))
                .map(it -> replay(set, priors, it))
                .toList();
        List<Alarms> alarms = new ArrayList<>();
        for (double probability : PROBABILITIES) {
            alarms.add(Alarms.of("P(short) > " + probability, replays, it -> whenProbable(it, probability)));
        }
        alarms.add(Alarms.of("20 % under linear from day 60", replays, it -> whenUnder(it, 60, BEHIND)));
        alarms.add(Alarms.of("20 % under linear from day 90", replays, it -> whenUnder(it, 90, BEHIND)));
        alarms.add(Alarms.of("linear extrapolation < 90 %", replays, it -> whenUnder(it, 60, Projection.SHORT)));
        return new ContractScore(
                replays.size(),
                (int) replays.stream().filter(Replay::isShort).count(),
                alarms,
                LOOKED_AT.stream().map(day -> Coverage.of(day, replays)).toList());
    }

    private static Replay replay(LabelledSet set, Priors priors, Contract contract) {
        String segment = set.segments().getOrDefault(contract.customerId(), "");
        OperationalTime time = priors.timeBySegment().getOrDefault(segment, OperationalTime.calendarDays());
        List<Taken> orders = set.orders().getOrDefault(contract.customerId(), List.of());
        Gaps gaps = priors.gaps().getOrDefault(contract.customerId(), Gaps.of(List.of()));
        CustomerFilter customer = new CustomerFilter(priors, gaps, time, Assumptions.USUAL, contract.startDate());
        return Replay.of(contract, orders, customer, time, LOOKED_AT);
    }

    private static OptionalInt whenProbable(Replay replay, double probability) {
        for (int i = 0; i < replay.probabilities().size(); i++) {
            if (replay.probabilities().get(i).orElse(0) > probability) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt whenUnder(Replay replay, int firstDay, double part) {
        for (int day = firstDay; day < replay.days(); day++) {
            if (replay.proRata().get(day - 1) < part) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }
}

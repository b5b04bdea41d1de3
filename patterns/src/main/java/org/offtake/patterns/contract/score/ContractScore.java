package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offtake.patterns.contract.Attribution;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.RiskRule;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.contract.belief.CustomerFilter;

/**
 * The contracts of a labelled set, every day of their term replayed with what was known by then.
 *
 * <p>On the last days every shortage is certain, so a rule that may wait finds all of them; what tells rules apart is their precision and how early they are. That is
 * why some rows leave out the last days or ask for more in them.
 *
 * @param contracts scored: those of customers who had not left before
 * @param fellShort of them
 * @param alarms by rule: the projection at several probabilities and the rules of the trade
 * @param coverage at a quarter, half and three quarters of the year
 */
public record ContractScore(int contracts, int fellShort, List<Alarms> alarms, List<Coverage> coverage) {
    private static final List<Integer> LOOKED_AT = List.of(90, 180, 270);
    private static final double[] PROBABILITIES = {0.7, 0.8, 0.85, 0.9, 0.95};
    private static final int TOO_LATE = 30;
    private static final RiskRule TOLD = RiskRule.USUAL;
    private static final double BEHIND = 0.8;

    /** {@code firstDay} is the first of year one, from which all is learned; terms lie after it. */
    public static ContractScore of(AgreedSet set, LocalDate firstDay) {
        Priors priors = Priors.fit(set, firstDay);
        Map<LocalDate, AgreedLevel> agreed = new TreeMap<>();
        scored(set)
                .map(Contract::startDate)
                .distinct()
                .forEach(day -> agreed.put(day, agreed(set, priors, day, priors::filter)));
        List<Replay> replays = scored(set)
                .parallel()
                .map(it -> replay(set, priors, Objects.requireNonNull(agreed.get(it.startDate())), it, LOOKED_AT))
                .toList();
        List<Alarms> alarms = new ArrayList<>();
        for (double probability : PROBABILITIES) {
            alarms.add(Alarms.of("P(short) > " + probability, replays, it -> whenProbable(it, probability)));
        }
        for (double probability : List.of(0.8, 0.85)) {
            alarms.add(Alarms.of(
                    "P(short) > " + probability + ", not in the last " + TOO_LATE + " days",
                    replays,
                    it -> first(it, day -> it.days() - day >= TOO_LATE && it.probabilityOn(day) > probability)));
        }
        alarms.add(Alarms.of(
                "P(short) > " + TOLD.early() + ", in the last " + TOLD.inTime() + " days > " + TOLD.late(),
                replays,
                it -> first(it, day -> TOLD.isTold(it.probabilityOn(day), it.days() - day))));
        AsRun run = AsRun.of(set, priors);
        alarms.add(Alarms.of(
                "the same as a run tells it (D01)",
                replays,
                it -> run.whenTold(it.contract(), counts(set, it.contract()))));
        alarms.add(Alarms.of("20 % under linear from day 60", replays, it -> whenUnder(it, 60, BEHIND)));
        alarms.add(Alarms.of("20 % under linear from day 90", replays, it -> whenUnder(it, 90, BEHIND)));
        alarms.add(Alarms.of("linear extrapolation < 90 %", replays, it -> whenUnder(it, 60, Projection.SHORT)));
        return new ContractScore(
                replays.size(),
                (int) replays.stream().filter(Replay::isShort).count(),
                alarms,
                LOOKED_AT.stream().map(day -> Coverage.of(day, replays)).toList());
    }

    /**
     * What commitments tell by those that had been made by a day.
     *
     * @param customers before their first order, by contract
     */
    static AgreedLevel agreed(
            AgreedSet set, Priors priors, LocalDate day, BiFunction<AgreedSet, Contract, CustomerFilter> customers) {
        return AgreedLevel.fit(scored(set)
                .filter(it -> !it.startDate().isAfter(day))
                .flatMap(it -> AgreedLevel.Start.of(
                        it, set.ordersBefore(it), customers.apply(set, it), priors.time(set, it.customerId()))
                        .stream())
                .toList());
    }

    static Stream<Contract> scored(AgreedSet set) {
        return set.contracts().stream()
                .filter(it -> it.commitment().isPresent() && !set.left().contains(it.customerId()));
    }

    static Replay replay(AgreedSet set, Priors priors, AgreedLevel agreed, Contract contract, List<Integer> lookedAt) {
        return Replay.of(
                contract,
                set.ordersOf(contract),
                counts(set, contract),
                priors.filter(set, contract),
                priors.time(set, contract.customerId()),
                agreed,
                lookedAt);
    }

    private static Predicate<Taken> counts(AgreedSet set, Contract contract) {
        List<Contract> all = set.contracts().stream()
                .filter(it -> it.customerId().equals(contract.customerId()))
                .toList();
        return it -> Attribution.on(all, it.date()).filter(contract::equals).isPresent();
    }

    private static OptionalInt whenProbable(Replay replay, double probability) {
        return first(replay, day -> replay.probabilityOn(day) > probability);
    }

    private static OptionalInt whenUnder(Replay replay, int firstDay, double part) {
        return first(replay, day -> day >= firstDay && replay.proRata().get(day - 1) < part);
    }

    /** The first day of the term, the last left out, on which it holds. */
    private static OptionalInt first(Replay replay, IntPredicate holds) {
        return IntStream.range(1, replay.days()).filter(holds).findFirst();
    }
}

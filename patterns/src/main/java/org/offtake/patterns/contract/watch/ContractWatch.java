package org.offtake.patterns.contract.watch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Interval;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.RiskRule;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.CustomerFilter;

/**
 * Follows one contract through its term, day by day, each with what was known at its end. The days after the last purchase are followed as if nothing more came:
 * what is told of them is due then, and a purchase takes it away. So nothing depends on today.
 */
public final class ContractWatch {
    private static final double LIKELY = 0.8;

    private final Contract contract;
    private final OperationalTime time;
    private final CustomerFilter customer;
    private final RiskRule rule;
    private final Map<ContractRisk, Open> open = new EnumMap<>(ContractRisk.class);
    private final Map<ContractRisk, LocalDate> likelySince = new EnumMap<>(ContractRisk.class);
    private final List<ContractEpisode> episodes = new ArrayList<>();
    private double taken;

    private record Open(LocalDate alarmDate, LocalDate sinceDate, double probability, double taken, Projection told) {}

    private ContractWatch(Contract contract, OperationalTime time, CustomerFilter customer, RiskRule rule) {
        this.contract = contract;
        this.time = time;
        this.customer = customer;
        this.rule = rule;
    }

    /**
     * The episodes of a contract, the earliest ended first; none without a commitment, and none before a third of the term.
     *
     * @param customer before their first purchase
     * @param toldFrom of days before it nothing is told
     */
    public static List<ContractEpisode> episodes(
            Contract contract,
            Purchases purchases,
            OperationalTime time,
            CustomerFilter customer,
            RiskRule rule,
            LocalDate toldFrom) {
        if (contract.commitment().isEmpty()) {
            return List.of();
        }
        ContractWatch watch = new ContractWatch(contract, time, customer, rule);
        purchases.before().stream().filter(it -> it.value() > 0).forEach(customer::order);
        watch.follow(purchases.within(), toldFrom);
        return List.copyOf(watch.episodes);
    }

    private void follow(List<Taken> within, LocalDate toldFrom) {
        int next = 0;
        for (LocalDate day = contract.startDate(); day.isBefore(contract.endDate()); day = day.plusDays(1)) {
            while (next < within.size() && !within.get(next).date().isAfter(day)) {
                take(within.get(next));
                next++;
            }
            if (day.isBefore(toldFrom)) {
                continue;
            }
            Projection projection = Projection.of(contract, taken, day, customer.outlook(day), time);
            for (ContractRisk risk : ContractRisk.values()) {
                look(risk, projection);
            }
        }
        LocalDate over = contract.endDate().plusDays(1);
        List.copyOf(open.keySet()).forEach(risk -> close(risk, over, false));
    }

    /** What came back is no purchase: it says nothing of rhythm and size. */
    private void take(Taken it) {
        taken += it.value();
        if (it.value() > 0) {
            customer.order(it);
        }
    }

    private void look(ContractRisk risk, Projection projection) {
        if (risk.isDecided(projection)) {
            return;
        }
        LocalDate day = projection.asOfDate();
        double probability = risk.probability(projection).orElse(0);
        if (probability < rule.over()) {
            likelySince.remove(risk);
            close(risk, day, true);
            return;
        }
        LocalDate since = likelySince.computeIfAbsent(risk, any -> day);
        long daysLeft = ChronoUnit.DAYS.between(day, contract.endDate());
        if (rule.isTold(probability, daysLeft)) {
            open.computeIfAbsent(risk, any -> new Open(day, since, probability, taken, projection));
        }
    }

    private void close(ContractRisk risk, LocalDate day, boolean isBack) {
        Optional.ofNullable(open.remove(risk))
                .ifPresent(it -> episodes.add(new ContractEpisode(
                        risk,
                        it.alarmDate(),
                        it.sinceDate(),
                        day,
                        isBack,
                        it.probability(),
                        it.taken(),
                        it.told().expected().orElse(it.taken()),
                        it.told().interval(LIKELY).orElse(new Interval(it.taken(), it.taken())))));
    }
}

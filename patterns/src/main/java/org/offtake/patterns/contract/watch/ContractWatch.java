package org.offtake.patterns.contract.watch;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Interval;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.RiskRule;

/** Looks at a contract day by day, and keeps from when to when each risk is told. */
final class ContractWatch {
    private static final double LIKELY = 0.8;
    private static final RiskRule RULE = RiskRule.USUAL;

    private final Contract contract;
    private final Map<ContractRisk, Open> open = new EnumMap<>(ContractRisk.class);
    private final Map<ContractRisk, LocalDate> likelySince = new EnumMap<>(ContractRisk.class);
    private final List<ContractEpisode> episodes = new ArrayList<>();

    private record Open(LocalDate sinceDate, double probability, Projection told) {}

    ContractWatch(Contract contract) {
        this.contract = contract;
    }

    void look(Projection projection) {
        for (ContractRisk risk : ContractRisk.values()) {
            if (!risk.isDecided(projection)) {
                look(risk, projection);
            }
        }
    }

    /** All of them; those that are still told end with the term. */
    List<ContractEpisode> ended() {
        LocalDate over = contract.endDate().plusDays(1);
        List.copyOf(open.keySet()).forEach(risk -> close(risk, over, false));
        return List.copyOf(episodes);
    }

    private void look(ContractRisk risk, Projection projection) {
        LocalDate day = projection.asOfDate();
        double probability = risk.of(projection).orElse(0);
        if (probability < RULE.over()) {
            likelySince.remove(risk);
            close(risk, day, true);
            return;
        }
        LocalDate since = likelySince.computeIfAbsent(risk, any -> day);
        if (RULE.isTold(probability, ChronoUnit.DAYS.between(day, contract.endDate()))) {
            open.computeIfAbsent(risk, any -> new Open(since, probability, projection));
        }
    }

    private void close(ContractRisk risk, LocalDate day, boolean isBack) {
        Optional.ofNullable(open.remove(risk)).ifPresent(it -> episodes.add(episode(risk, it, day, isBack)));
    }

    private static ContractEpisode episode(ContractRisk risk, Open it, LocalDate closed, boolean isBack) {
        Projection told = it.told();
        return new ContractEpisode(
                risk,
                told.asOfDate(),
                it.sinceDate(),
                closed,
                isBack,
                it.probability(),
                told.actual(),
                told.expected().orElse(told.actual()),
                told.interval(LIKELY).orElse(new Interval(told.actual(), told.actual())));
    }
}

package org.offtake.patterns.contract.score;

import java.util.List;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Projection;

/**
 * How good the projections of one day of the term are, over the contracts whose term goes beyond it.
 *
 * @param in80 share of totals inside the 80 % interval
 * @param in95 inside the 95 % interval
 * @param brier mean squared error of the probability of falling short, whether or not it is shown on that day
 * @param baseBrier the same for the share that falls short, told of every contract
 * @param error sum of absolute errors of the expected total over the sum of totals
 * @param straightLineError the same for actual over the share of days
 */
public record Coverage(
        int day, double in80, double in95, double brier, double baseBrier, double error, double straightLineError) {

    static Coverage of(int day, List<Replay> replays) {
        double n = 0;
        double in80 = 0;
        double in95 = 0;
        double brier = 0;
        double fell = 0;
        double total = 0;
        double error = 0;
        double straight = 0;
        for (Replay it : replays) {
            Replay.Look look = it.looks().get(day);
            if (look == null) {
                continue;
            }
            n++;
            double outcome = it.isShort() ? 1 : 0;
            in80 += holds(look.projection(), 0.8, it.total());
            in95 += holds(look.projection(), 0.95, it.total());
            brier += Math.pow(probability(it.contract(), look.projection()) - outcome, 2);
            fell += outcome;
            total += it.total();
            error += Math.abs(look.projection().expected().orElse(0) - it.total());
            straight += Math.abs(look.straightLine() - it.total());
        }
        n = Math.max(1, n);
        double share = fell / n;
        double totals = total > 0 ? total : 1;
        return new Coverage(day, in80 / n, in95 / n, brier / n, share * (1 - share), error / totals, straight / totals);
    }

    private static double holds(Projection projection, double probability, double total) {
        return projection.interval(probability).filter(it -> it.holds(total)).isPresent() ? 1 : 0;
    }

    private static double probability(Contract contract, Projection projection) {
        double needed = Projection.SHORT * contract.amount() - projection.actual();
        return projection.rest().map(it -> needed <= 0 ? 0 : it.cdf(needed)).orElse(0.0);
    }
}

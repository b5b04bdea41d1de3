package org.offtake.patterns.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.offtake.patterns.mix.MixPrior;
import org.offtake.patterns.rhythm.ClosurePrior;
import org.offtake.patterns.rhythm.RhythmPrior;
import org.offtake.patterns.rhythm.RhythmPrior.Regularity;
import org.offtake.patterns.size.SizePrior;

/** A customer drawn from the priors, who orders as they say until something is changed by hand. */
final class DrawnCustomer {
    static final Priors PRIORS = new Priors(
            new RhythmPrior(
                    4,
                    60,
                    List.of(new Regularity(1, 0.2), new Regularity(2, 0.4), new Regularity(4, 0.4)),
                    0.05,
                    ClosurePrior.none()),
            new MixPrior(3, 2),
            new SizePrior(0.12, 12, 0.02, 2, 0.02));

    private final SplittableRandom random;
    private final double k;
    private double rate;
    private final Map<String, Double> incidence = new TreeMap<>();
    private final Map<String, Double> level = new HashMap<>();
    private final double deviation;
    private double time;
    private boolean begun;

    DrawnCustomer(long seed) {
        random = new SplittableRandom(seed);
        RhythmPrior rhythm = PRIORS.rhythm();
        double luck = random.nextDouble();
        int chosen = 0;
        while (luck > rhythm.regularities().get(chosen).weight()) {
            luck -= rhythm.regularities().get(chosen).weight();
            chosen++;
        }
        k = rhythm.regularities().get(chosen).k();
        rate = gamma(rhythm.shape()) / rhythm.rate();
        int groups = 1 + random.nextInt(5);
        for (int group = 0; group < groups; group++) {
            double in = gamma(PRIORS.mix().in());
            incidence.put("G" + group, in / (in + gamma(PRIORS.mix().out())));
            level.put("G" + group, 1 + 3 * random.nextDouble());
        }
        SizePrior size = PRIORS.size();
        deviation = Math.sqrt(size.variance() * size.certainty() / 2 / gamma(size.certainty() / 2));
    }

    /** The order days in {@code (from, to]}; called for periods that follow each other. */
    List<OrderDay> orders(int from, int to) {
        List<OrderDay> orders = new ArrayList<>();
        time = Math.max(time, from);
        while (true) {
            double gap = gamma(k) / (k * rate);
            if (time + gap > to) {
                return orders;
            }
            drift(gap);
            time += gap;
            int day = (int) Math.ceil(time);
            if (orders.isEmpty() || orders.get(orders.size() - 1).day() < day) {
                orders.add(new OrderDay(day, quantities()));
            }
        }
    }

    private void drift(double gap) {
        rate *= Math.exp(Math.sqrt(PRIORS.rhythm().driftPerYear() * gap / 365.25) * normal());
        double step = Math.sqrt(PRIORS.size().driftPerYear() * gap / 365.25);
        level.replaceAll((group, usual) -> usual + step * normal());
    }

    private Map<String, Double> quantities() {
        Map<String, Double> quantities = new HashMap<>();
        incidence.forEach((group, share) -> {
            if (!begun || random.nextDouble() < share) {
                double spread = random.nextDouble() < PRIORS.size().odd()
                        ? Math.sqrt(PRIORS.size().oddVariance())
                        : deviation;
                quantities.put(group, Math.exp(level.getOrDefault(group, 0.0) + spread * normal()));
            }
        });
        begun = true;
        return quantities;
    }

    void changeRate(double factor) {
        rate *= factor;
    }

    void changeSizes(double factor) {
        level.replaceAll((group, usual) -> usual + Math.log(factor));
    }

    void changeSize(String group, double factor) {
        level.merge(group, Math.log(factor), Double::sum);
    }

    void changeIncidence(String group, double share) {
        incidence.put(group, share);
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log1p(-random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private double gamma(double shape) {
        return GammaDistribution.of(shape, 1).createSampler(random::nextLong).sample();
    }
}

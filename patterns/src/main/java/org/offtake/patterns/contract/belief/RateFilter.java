package org.offtake.patterns.contract.belief;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.offtake.patterns.contract.OrderRate;

/**
 * What is believed of one customer's rate after each order: a grid of rates that walk at random, each unchanged, slowed or (between two orders) stopped.
 *
 * <p>Gaps are gamma of the regularity's shape. A slow-down or a stop comes with its hazard; which of them it was the gaps tell. The grid is so fine that a slow-down
 * leads from one of its points to another.
 */
final class RateFilter {
    private static final int SHIFT = 16;
    private static final double SLOWEST = 1 / 300.0;
    private static final double FASTEST = 1 / 1.2;
    private static final double YEAR = 365;
    private static final double NEGLIGIBLE = 1e-6;
    private static final double TINY = 1e-200;

    private final Assumptions assumed;
    private final double regularity;
    private final double logGamma;
    private final double step;
    private final double[] rates;
    private double[] unchanged;
    private double[] slowed;

    /**
     * What is believed on a day.
     *
     * @param rate unchanged
     * @param slowed probability that it is slowed
     * @param left of the rate when it is slowed
     * @param stopped probability that there will be no order any more
     */
    record Belief(OrderRate rate, double slowed, double left, double stopped) {}

    RateFilter(RatePrior prior, double regularity, Assumptions assumed) {
        this.assumed = assumed;
        this.regularity = regularity;
        this.logGamma = LogGamma.value(regularity);
        this.step = -Math.log(assumed.slowed()) / SHIFT;
        int points = SHIFT + 1 + (int) Math.ceil(Math.log(FASTEST / SLOWEST) / step);
        this.rates = new double[points];
        this.unchanged = new double[points];
        this.slowed = new double[points];
        double mode = prior.shape() * (Math.log(prior.shape()) - 1);
        for (int i = 0; i < points; i++) {
            rates[i] = SLOWEST * Math.exp(step * (i - SHIFT));
            if (i >= SHIFT) {
                double days = rates[i] * prior.rate();
                unchanged[i] = Math.exp(prior.shape() * Math.log(days) - days - mode);
            }
        }
        normalise();
    }

    /** An order came after so many operational days. */
    void order(double operationalDays) {
        double gap = Gaps.positive(operationalDays);
        double slows = 1 - Math.exp(-assumed.slowHazard() * gap / YEAR);
        double[] density = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            density[i] = peak(regularity * rates[i] * gap) / gap;
        }
        for (int i = SHIFT; i < rates.length; i++) {
            double moved = unchanged[i] * slows;
            unchanged[i] = (unchanged[i] - moved) * density[i];
            slowed[i] = (slowed[i] + moved) * density[i - SHIFT];
        }
        double variance = assumed.drift() * assumed.drift() * gap / YEAR;
        unchanged = diffused(unchanged, variance);
        slowed = diffused(slowed, variance);
        normalise();
    }

    /**
     * So many operational days s after the last order none has come. The probability of that is Q(k, x) with x = k rate s; summed over the days on which a stop
     * may have come it is s Q(k, x) + P(k+1, x)/rate.
     */
    Belief after(double openGap) {
        Moments asBefore = new Moments();
        Moments slower = new Moments();
        Silences silences = new Silences(openGap);
        double slows = 1 - Math.exp(-assumed.slowHazard() * openGap / YEAR);
        double stops = assumed.stopHazard() / YEAR;
        double stop = 0;
        for (int i = SHIFT; i < rates.length; i++) {
            if (unchanged[i] + slowed[i] < NEGLIGIBLE) {
                continue;
            }
            int slow = i - SHIFT;
            asBefore.add(rates[i], unchanged[i] * (1 - slows) * silences.until(i));
            slower.add(rates[slow], (slowed[i] + unchanged[i] * slows) * silences.until(slow));
            stop += stops * (unchanged[i] * silences.summed(i) + slowed[i] * silences.summed(slow));
        }
        double all = asBefore.weight + slower.weight + stop;
        if (!(all > TINY)) {
            return new Belief(beforeTheGap().matched(), 0, 1, 1);
        }
        Moments known = asBefore.weight > TINY ? asBefore : beforeTheGap();
        double left = slower.weight > TINY ? slower.mean() / known.mean() : assumed.slowed();
        return new Belief(known.matched(), slower.weight / all, left, stop / all);
    }

    private Moments beforeTheGap() {
        Moments moments = new Moments();
        for (int i = SHIFT; i < rates.length; i++) {
            moments.add(rates[i], unchanged[i] + slowed[i]);
        }
        return moments;
    }

    /** x^k e^-x / G(k): the gamma density times its argument. */
    private double peak(double x) {
        return x > 0 ? Math.exp(regularity * Math.log(x) - x - logGamma) : 0;
    }

    private double[] diffused(double[] weights, double variance) {
        double left = variance / (step * step);
        double[] from = weights;
        int last = rates.length - 1;
        while (left > 0) {
            double side = Math.min(left, 0.5) / 2;
            double[] to = new double[rates.length];
            for (int i = SHIFT; i <= last; i++) {
                to[i] += from[i] * (1 - 2 * side);
                to[Math.max(SHIFT, i - 1)] += from[i] * side;
                to[Math.min(last, i + 1)] += from[i] * side;
            }
            from = to;
            left -= 0.5;
        }
        return from;
    }

    private void normalise() {
        double sum = 0;
        for (int i = SHIFT; i < rates.length; i++) {
            sum += unchanged[i] + slowed[i];
        }
        for (int i = SHIFT; i < rates.length; i++) {
            unchanged[i] = sum > 0 ? unchanged[i] / sum : 1.0 / (rates.length - SHIFT);
            slowed[i] = sum > 0 ? slowed[i] / sum : 0;
        }
    }

    /** How likely a silence of so many days is at each rate of the grid; worked out once per rate. */
    private final class Silences {
        private final double days;
        private final double[] known = new double[rates.length];

        private Silences(double days) {
            this.days = days;
        }

        double until(int point) {
            if (known[point] == 0) {
                known[point] = RegularizedGamma.Q.value(regularity, regularity * rates[point] * days);
            }
            return known[point];
        }

        /** With P(k+1, x) = 1 - Q(k, x) - x^k e^-x / (k G(k)). */
        double summed(int point) {
            double x = regularity * rates[point] * days;
            double silence = until(point);
            return days * silence + Math.max(0, 1 - silence - peak(x) / regularity) / rates[point];
        }
    }

    private static final class Moments {
        private double weight;
        private double sum;
        private double squares;

        void add(double value, double with) {
            weight += with;
            sum += with * value;
            squares += with * value * value;
        }

        double mean() {
            return sum / weight;
        }

        OrderRate matched() {
            double variance = Math.max(squares / weight - mean() * mean(), 1e-6 * mean() * mean());
            return new OrderRate(mean() * mean() / variance, mean() / variance);
        }
    }
}

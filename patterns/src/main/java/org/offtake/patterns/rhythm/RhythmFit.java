package org.offtake.patterns.rhythm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.offtake.patterns.clock.OperationalClock;

/** The prior of rhythms that makes the gaps of all customers most likely, each predicted from those before it. */
public final class RhythmFit {
    private static final double[] REGULARITIES = {0.7, 1.0, 1.4, 2.0, 2.8, 4.0, 5.6, 8.0};
    private static final double CLOSURE_DAYS = 14;
    /** Less cannot be told from none in a year, and none is not how customers are. */
    private static final double LEAST_DRIFT = 0.015;
    /** Share of customers who are not slow but gone: their last gap says nothing. */
    private static final double GONE = 0.05;

    private static final int STEPS = 400;
    /** Customers by whose gaps the curve is climbed; more would not place its top better than a year's drift moves it. */
    private static final int SAMPLE = 600;

    /**
     * A customer's order days.
     *
     * @param days epoch days in their order, each once
     * @param until epoch day up to which it is known that no other order came
     */
    public record OrderDays(List<Integer> days, OperationalClock clock, int until) {}

    private final List<OrderDays> customers;
    private final List<OrderDays> sample;

    private RhythmFit(List<OrderDays> customers) {
        this.customers = customers;
        int step = 1 + customers.size() / SAMPLE;
        this.sample = IntStream.range(0, customers.size())
                .filter(i -> i % step == 0)
                .mapToObj(customers::get)
                .toList();
    }

    /** @param customers at least one of whom ordered on two days; else a prior that knows little */
    public static RhythmPrior fit(List<OrderDays> customers) {
        RhythmFit fit = new RhythmFit(customers.stream()
                .filter(customer -> customer.days.size() > RhythmChange.ENOUGH)
                .toList());
        List<RhythmPrior.Regularity> even = Arrays.stream(REGULARITIES)
                .mapToObj(k -> new RhythmPrior.Regularity(k, 1.0 / REGULARITIES.length))
                .toList();
        RhythmPrior start = new RhythmPrior(3, 3 * fit.typicalGap(), even, 0.02, ClosurePrior.flat(0.2, CLOSURE_DAYS));
        if (fit.customers.isEmpty()) {
            return start;
        }
        RhythmPrior first = fit.reweighed(fit.climbed(start));
        RhythmPrior closing = first.withClosures(fit.closures(first));
        RhythmPrior second = fit.reweighed(fit.climbed(fit.reweighed(closing)));
        return second.withClosures(fit.closures(second));
    }

    private double typicalGap() {
        double[] means = customers.stream()
                .filter(customer -> customer.days.size() > 1)
                .mapToDouble(customer -> (customer.days.get(customer.days.size() - 1) - customer.days.get(0))
                        / (customer.days.size() - 1.0))
                .sorted()
                .toArray();
        return means.length == 0 ? 30 : Math.max(1, means[means.length / 2]);
    }

    private RhythmPrior climbed(RhythmPrior start) {
        MultivariateFunction likelihood = point -> logLikelihood(at(start, point));
        double[] guess = {
            Math.log(start.shape()),
            Math.log(start.rate() / start.shape()),
            Math.log(Math.max(1e-3, start.driftPerYear()))
        };
        double[] best = new SimplexOptimizer(1e-6, 0.05)
                .optimize(
                        new MaxEval(STEPS),
                        new ObjectiveFunction(likelihood),
                        GoalType.MAXIMIZE,
                        new NelderMeadSimplex(guess.length, 0.3),
                        new InitialGuess(guess))
                .getPoint();
        return at(start, best);
    }

    private static RhythmPrior at(RhythmPrior start, double[] point) {
        double shape = Math.exp(Math.max(-3, Math.min(5, point[0])));
        double drift = Math.max(LEAST_DRIFT, Math.exp(Math.min(0, point[2])));
        return start.with(shape, shape * Math.exp(point[1]), drift);
    }

    /** Worked out side by side but added up in their order, so that the same orders give the same prior to the last digit. */
    private double logLikelihood(RhythmPrior prior) {
        double[] each = sample.parallelStream()
                .mapToDouble(customer -> logLikelihood(prior, customer))
                .toArray();
        return Arrays.stream(each).sum();
    }

    private static double logLikelihood(RhythmPrior prior, OrderDays customer) {
        Rhythm rhythm = new Rhythm(prior, customer.clock);
        double sum = 0;
        for (int day : customer.days) {
            if (rhythm.begun()) {
                sum += Math.log(1e-300 + rhythm.likelihood(day).density(rhythm.belief(), rhythm.gapTo(day)));
            }
            rhythm.observe(day);
        }
        double waits = rhythm.likelihood(customer.until).survival(rhythm.belief(), rhythm.openAt(customer.until));
        return sum + Math.log(GONE + (1 - GONE) * waits);
    }

    /** Weights of the regularities by expectation and maximisation. */
    private RhythmPrior reweighed(RhythmPrior prior) {
        RhythmPrior now = prior;
        for (int round = 0; round < 5; round++) {
            RhythmPrior before = now;
            double[] sums =
                    customers.parallelStream().map(customer -> posteriorWeights(before, customer)).toList().stream()
                            .reduce(new double[REGULARITIES.length], RhythmFit::plus);
            double all = Arrays.stream(sums).sum();
            now = before.withWeights(Arrays.stream(sums)
                    .map(sum -> (sum + 0.1) / (all + 0.1 * sums.length))
                    .toArray());
        }
        return now;
    }

    private static double[] posteriorWeights(RhythmPrior prior, OrderDays customer) {
        Rhythm rhythm = new Rhythm(prior, customer.clock);
        for (int day : customer.days) {
            rhythm.observe(day);
        }
        return rhythm.belief().weights();
    }

    private static double[] plus(double[] left, double[] right) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }

    /** How often closures begin in each month and how long they are, as far as gaps show them. */
    private ClosurePrior closures(RhythmPrior prior) {
        double[] begun = new double[12];
        double[] exposed = new double[12];
        double days = 0;
        double closed = 0;
        for (OrderDays customer : customers) {
            Rhythm rhythm = new Rhythm(prior, customer.clock);
            for (int day : customer.days) {
                if (rhythm.begun()) {
                    double usual = rhythm.belief().expectedGap();
                    double gap = rhythm.gapTo(day);
                    if (rhythm.gaps() >= 5 && usual < CLOSURE_DAYS) {
                        double held = rhythm.likelihood(day).heldClosure(rhythm.belief(), gap);
                        for (int at = rhythm.lastDay() + 1; at <= day; at++) {
                            exposed[ClosurePrior.month(at)] += 1 / 30.4;
                            begun[ClosurePrior.month(at)] += held / (day - rhythm.lastDay());
                        }
                        closed += held;
                        days += held * Math.max(5, gap - usual);
                    }
                }
                rhythm.observe(day);
            }
        }
        List<Double> chances = IntStream.range(0, 12)
                .mapToObj(month -> Math.min(0.5, begun[month] / Math.max(20, exposed[month])))
                .toList();
        ClosurePrior now = prior.closures();
        return new ClosurePrior(chances, closed > 10 ? days / closed : now.length(), now.returns(), now.shift());
    }
}

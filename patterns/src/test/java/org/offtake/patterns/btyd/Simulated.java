package org.offtake.patterns.btyd;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Customers who buy and stop as a model says, drawn by a generator of our own from a seed. */
final class Simulated {
    private final SplittableRandom random;

    Simulated(long seed) {
        random = new SplittableRandom(seed);
    }

    Cohort bgNbd(BgNbd model, int customers) {
        return cohort(customers, () -> {
            double risk = beta(model.a(), model.b());
            return history(gamma(model.r()) / model.alpha(), risk, Double.POSITIVE_INFINITY, false);
        });
    }

    Cohort mbgNbd(MbgNbd model, int customers) {
        return cohort(customers, () -> {
            double risk = beta(model.a(), model.b());
            return history(
                    gamma(model.r()) / model.alpha(), risk, Double.POSITIVE_INFINITY, random.nextDouble() < risk);
        });
    }

    Cohort paretoNbd(ParetoNbd model, int customers) {
        return cohort(customers, () -> {
            double life = exponential() / (gamma(model.s()) / model.beta());
            return history(gamma(model.r()) / model.alpha(), 0, life, false);
        });
    }

    List<Spend> gammaGamma(GammaGamma model, int customers) {
        return IntStream.range(0, customers)
                .mapToObj(customer -> {
                    int purchases = 1 + random.nextInt(12);
                    double scale = model.v() / gamma(model.q());
                    return new Spend(purchases, scale * gamma(model.p() * purchases) / purchases);
                })
                .toList();
    }

    private static Cohort cohort(int customers, Supplier<PurchaseHistory> draw) {
        return Cohort.of(Stream.generate(draw).limit(customers).toList());
    }

    private PurchaseHistory history(double rate, double risk, double life, boolean stopsAtOnce) {
        double observed = 26 + random.nextInt(27);
        double last = 0;
        long repeats = 0;
        boolean gone = stopsAtOnce;
        for (double next = exponential() / rate;
                !gone && next < Math.min(observed, life);
                next += exponential() / rate) {
            last = next;
            repeats++;
            gone = random.nextDouble() < risk;
        }
        return new PurchaseHistory(repeats, last, observed);
    }

    private double exponential() {
        return -Math.log1p(-random.nextDouble());
    }

    private double beta(double a, double b) {
        double one = gamma(a);
        return one / (one + gamma(b));
    }

    /** Marsaglia and Tsang (2000); a shape below 1 by way of the shape one higher. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * random.nextDouble());
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && -exponential() < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}

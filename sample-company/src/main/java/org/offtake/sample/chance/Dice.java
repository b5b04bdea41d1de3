package org.offtake.sample.chance;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that depends only on the seed and on what is being decided, so that one customer's luck never moves another's. */
public final class Dice {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final RandomGenerator generator;

    private Dice(RandomGenerator generator) {
        this.generator = generator;
    }

    /** The dice for one decision, named by what it is about and by the numbers that tell it from its neighbours. */
    public static Dice of(long seed, String what, long... numbers) {
        long state = mixed(seed + GOLDEN);
        state = mixed(state + GOLDEN * what.hashCode());
        for (long number : numbers) {
            state = mixed(state + GOLDEN * (number + 1));
        }
        return new Dice(FACTORY.create(state));
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return generator.nextDouble() < probability;
    }

    /** A whole number between both ends, both included. */
    public int between(int low, int high) {
        return generator.nextInt(low, high + 1);
    }

    public double between(double low, double high) {
        return low + (high - low) * generator.nextDouble();
    }

    /** Spread evenly over the logarithm: as many between 5 and 10 as between 10 and 20. */
    public double logBetween(double low, double high) {
        return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
    }

    public <T> T pick(List<T> choices) {
        return choices.get(generator.nextInt(choices.size()));
    }

    /** A lognormal draw with mean one; {@code spread} is the standard deviation of its logarithm. */
    public double lognormal(double spread) {
        return StrictMath.exp(spread * generator.nextGaussian() - spread * spread / 2);
    }

    public double normal(double mean, double deviation) {
        return mean + deviation * generator.nextGaussian();
    }

    /** A gamma draw (Marsaglia and Tsang); {@code shape} is at least one. */
    public double gamma(double shape, double mean) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = generator.nextGaussian();
            double v = StrictMath.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(1 - generator.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return mean * d * v / shape;
            }
        }
    }

    /** How many independent events fall in a period that expects {@code mean} of them. */
    public int poisson(double mean) {
        int count = 0;
        for (double waited = generator.nextExponential(); waited < mean; waited += generator.nextExponential()) {
            count++;
        }
        return count;
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

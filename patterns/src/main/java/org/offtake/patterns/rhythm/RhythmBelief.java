package org.offtake.patterns.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What one customer's gaps so far let one expect of the next: a mixture over regularities of predictive gap
 * distributions.
 *
 * <p>For one regularity k, with a = shape + n k and b = (rate + k S) / k for n gaps of S operational days together:
 * density g^(k-1) b^a / (B(k,a) (g+b)^(k+a)), and P(gap > s) = I_{b/(s+b)}(a, k). Drift makes old gaps count for less:
 * the variance of the logarithm of the rate, 1/a, grows with time.
 *
 * <p>Mutable, one per customer and hypothesis; {@link #copy} before a hypothesis goes its own way.
 */
public final class RhythmBelief {
    private static final double SHORTEST = 0.05;
    /** A regularity of less weight has no say in a survival. */
    private static final double NEGLIGIBLE = 2e-3;

    private RhythmPrior prior;
    private final double[] weight;
    private final double[] b;
    private double[] a;
    private double[] norm;
    /** Of the logarithm of a density, what does not depend on the gap. */
    private final double[] constant;

    public RhythmBelief(RhythmPrior prior) {
        this.prior = prior;
        int size = prior.size();
        weight = prior.regularities().stream()
                .mapToDouble(RhythmPrior.Regularity::weight)
                .toArray();
        a = new double[size];
        b = new double[size];
        norm = new double[size];
        constant = new double[size];
        for (int i = 0; i < size; i++) {
            a[i] = prior.shape();
            b[i] = prior.rate() / prior.regularity(i);
            norm[i] = LogBeta.value(prior.regularity(i), a[i]);
        }
        keepConstants();
    }

    private RhythmBelief(RhythmBelief other) {
        prior = other.prior;
        weight = other.weight.clone();
        b = other.b.clone();
        a = other.a;
        norm = other.norm;
        constant = other.constant.clone();
    }

    private void keepConstants() {
        for (int i = 0; i < a.length; i++) {
            constant[i] = a[i] * Math.log(b[i]) - norm[i];
        }
    }

    /** Drift is that of another prior from now on. */
    void turn(RhythmPrior other) {
        if (!other.sameRegularities(prior)) {
            throw new IllegalArgumentException("regularities " + other.regularities() + " cannot follow "
                    + prior.regularities() + ": a belief is one of the same k");
        }
        prior = other;
    }

    public RhythmBelief copy() {
        return new RhythmBelief(this);
    }

    /** The density of a gap of so many operational days. */
    public double density(double gap) {
        double g = Math.max(SHORTEST, gap);
        double logG = Math.log(g);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (weight[i] > 0) {
                sum += weight[i] * density(i, g, logG);
            }
        }
        return sum;
    }

    /** The probability that a gap is longer than so many operational days. */
    public double survival(double gap) {
        if (gap <= 0) {
            return 1;
        }
        double sum = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            if (weight[i] > NEGLIGIBLE) {
                all += weight[i];
                sum += weight[i] * RegularizedBeta.value(b[i] / (gap + b[i]), a[i], prior.regularity(i));
            }
        }
        return Math.min(1, sum / all);
    }

    /**
     * Takes a gap for evidence.
     *
     * @param gap operational days
     * @param passed operational days since the last order, which is what drift has had time for
     */
    public void observe(double gap, double passed) {
        double g = Math.max(SHORTEST, gap);
        weigh(g);
        double drift = prior.driftPerYear() * passed / RhythmPrior.YEAR;
        double[] nextA = new double[a.length];
        double[] nextNorm = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            double kept = 1 / (1 + drift * a[i]);
            nextA[i] = a[i] * kept + prior.regularity(i);
            nextNorm[i] = LogBeta.value(prior.regularity(i), nextA[i]);
            b[i] = b[i] * kept + g;
        }
        a = nextA;
        norm = nextNorm;
        keepConstants();
    }

    /**
     * Takes a gap for evidence beside {@code twin}, which has just taken the same one in its own way: both have seen as
     * much.
     */
    void observeWith(RhythmBelief twin, double gap, double passed) {
        double g = Math.max(SHORTEST, gap);
        weigh(g);
        double drift = twin.prior.driftPerYear() * passed / RhythmPrior.YEAR;
        for (int i = 0; i < a.length; i++) {
            b[i] = b[i] / (1 + drift * a[i]) + g;
        }
        a = twin.a;
        norm = twin.norm;
        keepConstants();
    }

    /** Each regularity by how well it foresaw the gap. */
    private void weigh(double g) {
        double logG = Math.log(g);
        double[] density = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            density[i] = density(i, g, logG);
            sum += weight[i] * density[i];
        }
        for (int i = 0; i < a.length; i++) {
            weight[i] *= sum > 0 ? density[i] / sum : 1;
        }
    }

    /** The rate becomes {@code factor} times what it was: a new normal. */
    public void scaleRate(double factor) {
        for (int i = 0; i < b.length; i++) {
            b[i] /= factor;
        }
        keepConstants();
    }

    /** The rate may have become another, by so much variance of its logarithm; the gap one expects stays. */
    void loosen(double variance) {
        double[] nextA = new double[a.length];
        double[] nextNorm = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            double kept = 1 / (1 + variance * a[i]);
            nextA[i] = a[i] * kept;
            nextNorm[i] = LogBeta.value(prior.regularity(i), nextA[i]);
            b[i] *= kept;
        }
        a = nextA;
        norm = nextNorm;
        keepConstants();
    }

    /** The gap one expects, in operational days: k over a rate of mean a / b. */
    public double expectedGap() {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += weight[i] * prior.regularity(i) * b[i] / a[i];
        }
        return sum;
    }

    /** What each regularity now weighs; one together. */
    double[] weights() {
        return weight.clone();
    }

    void write(DataOutput state) throws IOException {
        writeBeside(state);
        for (double each : a) {
            state.writeDouble(each);
        }
    }

    /** Without what a twin says that has seen as much. */
    void writeBeside(DataOutput state) throws IOException {
        for (int i = 0; i < a.length; i++) {
            state.writeDouble(weight[i]);
            state.writeDouble(b[i]);
        }
    }

    /** @param prior of the regularities of what was written */
    static RhythmBelief read(DataInput state, RhythmPrior prior) throws IOException {
        RhythmBelief belief = readBeside(state, new RhythmBelief(prior));
        belief.a = new double[prior.size()];
        belief.norm = new double[prior.size()];
        for (int i = 0; i < belief.a.length; i++) {
            belief.a[i] = state.readDouble();
            belief.norm[i] = LogBeta.value(prior.regularity(i), belief.a[i]);
        }
        belief.keepConstants();
        return belief;
    }

    /** @param twin that has seen as much */
    static RhythmBelief readBeside(DataInput state, RhythmBelief twin) throws IOException {
        RhythmBelief belief = twin.copy();
        for (int i = 0; i < belief.a.length; i++) {
            belief.weight[i] = state.readDouble();
            belief.b[i] = state.readDouble();
        }
        belief.keepConstants();
        return belief;
    }

    private double density(int i, double g, double logG) {
        double k = prior.regularity(i);
        return Math.exp((k - 1) * logG - (k + a[i]) * Math.log(g + b[i]) + constant[i]);
    }
}

package org.offtake.patterns.btyd;

/**
 * Purchases to expect when the risk p of stopping after a purchase is spread by a Beta and the rate by a Gamma:
 * E[(1 - (1 + p tau)^-shape) / p] for p ~ Beta(a, b), where tau is the time ahead divided by the Gamma's scale.
 *
 * <p>This is the Euler integral of the Gauss hypergeometric function in the published expectations of BG/NBD and MBG/NBD.
 * Those divide by a - 1 and lose their digits near a = 1, and their series hardly converges for a long time ahead; the
 * integral does neither. It is taken over ln(p / (1 - p)), stretched by a sinh around the most likely value, so that the
 * integrand falls off double-exponentially at both ends: there the trapezoidal rule converges faster than any power of
 * its step (Takahasi and Mori 1974).
 */
final class UntilDropout {
    private static final double RELATIVE = 1e-12;
    private static final double NEGLIGIBLE = 1e-18;
    private static final double SINH_OVERFLOWS = 700;
    private static final int HALVINGS = 14;

    private final double shape;
    private final double tau;
    private final double a;
    private final double b;
    private final double middle;
    private final double width;
    private final double logWeightInTheMiddle;
    private double weights;
    private double purchases;

    private UntilDropout(double shape, double tau, double a, double b) {
        this.shape = shape;
        this.tau = tau;
        this.a = a;
        this.b = b;
        middle = Math.log(a) - Math.log(b);
        width = Math.min(1, Math.sqrt(1 / a + 1 / b));
        logWeightInTheMiddle = logWeight(middle);
    }

    static double purchases(double shape, double tau, double a, double b) {
        return tau == 0 ? 0 : new UntilDropout(shape, tau, a, b).mean();
    }

    private double mean() {
        double step = 0.5;
        addPoints(0, step);
        double coarse = purchases / weights;
        for (int halving = 0; halving < HALVINGS; halving++) {
            addPoints(step / 2, step);
            step /= 2;
            double fine = purchases / weights;
            if (Math.abs(fine - coarse) <= RELATIVE * fine) {
                return fine;
            }
            coarse = fine;
        }
        throw new ArithmeticException("the integral over the risk of stopping does not converge for shape " + shape
                + ", time ahead over scale " + tau + ", a " + a + ", b " + b);
    }

    private void addPoints(double first, double step) {
        for (double u = first; u < SINH_OVERFLOWS && add(u); u += step) {}
        for (double u = first - step; u > -SINH_OVERFLOWS && add(u); u -= step) {}
    }

    /** Adds one point, and says whether the next one further out can still count. */
    private boolean add(double u) {
        double logit = middle + width * Math.sinh(u);
        double weight = Math.exp(logWeight(logit) - logWeightInTheMiddle) * Math.cosh(u);
        double bought = weight * whenRiskIs(1 / (1 + Math.exp(-logit)));
        weights += weight;
        purchases += bought;
        return weight > NEGLIGIBLE * weights || bought > NEGLIGIBLE * purchases;
    }

    private double logWeight(double logit) {
        double certain = Math.log1p(Math.exp(-Math.abs(logit)));
        return -a * (Math.max(0, -logit) + certain) - b * (Math.max(0, logit) + certain);
    }

    private double whenRiskIs(double p) {
        return p * tau < 1e-18 ? shape * tau : -Math.expm1(-shape * Math.log1p(p * tau)) / p;
    }
}

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
    private static final double RELATIVE = 1e-10;
    private static final double NEGLIGIBLE = 1e-18;
    private static final double SINH_OVERFLOWS = 700;
    private static final int HALVINGS = 14;

    private final double shape;
    private final double logTau;
    private final double a;
    private final double b;
    private final double middle;
    private final double width;
    private final double logWeightInTheMiddle;
    private double lowest;
    private double highest;
    private double weights;
    private double weighted;

    private UntilDropout(double shape, double tau, double a, double b) {
        this.shape = shape;
        logTau = Math.log(tau);
        this.a = a;
        this.b = b;
        middle = Math.log(a) - Math.log(b);
        width = Math.min(1, Math.sqrt(1 / a + 1 / b));
        logWeightInTheMiddle = a * logistic(middle) + b * logistic(-middle);
    }

    static double purchases(double shape, double tau, double a, double b) {
        return tau == 0 ? 0 : shape * (tau * new UntilDropout(shape, tau, a, b).share());
    }

    /** The mean of what the risk leaves of the purchases that would be made without it. */
    private double share() {
        double step = 0.25;
        for (double u = 0; u < SINH_OVERFLOWS && add(u); u += step) {
            highest = u + step;
        }
        for (double u = -step; u > -SINH_OVERFLOWS && add(u); u -= step) {
            lowest = u - step;
        }
        double coarse = weighted / weights;
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (double u = lowest + step / 2; u < highest; u += step) {
                add(u);
            }
            step /= 2;
            double fine = weighted / weights;
            if (Math.abs(fine - coarse) <= RELATIVE * fine) {
                return fine;
            }
            coarse = fine;
        }
        throw new ArithmeticException("the integral over the risk of stopping does not converge for shape " + shape
                + ", ln(time ahead / scale) " + logTau + ", a " + a + ", b " + b);
    }

    /** Adds one point, and says whether the next one further out can still count. */
    private boolean add(double u) {
        double logit = middle + width * Math.sinh(u);
        double logRisk = logistic(logit);
        double logWeight = a * logRisk + b * (logRisk - logit);
        double weight = Math.exp(logWeight - logWeightInTheMiddle) * Math.cosh(u);
        double left = weight * shareAt(Math.exp(logRisk + logTau));
        weights += weight;
        weighted += left;
        return weight > NEGLIGIBLE * weights || left > NEGLIGIBLE * weighted;
    }

    private double shareAt(double riskTimesTau) {
        return riskTimesTau < 1e-18 ? 1 : -Math.expm1(-shape * Math.log1p(riskTimesTau)) / (shape * riskTimesTau);
    }

    /** ln(1 / (1 + e^-logit)). */
    private static double logistic(double logit) {
        return Math.min(0, logit) - Math.log1p(Math.exp(-Math.abs(logit)));
    }
}

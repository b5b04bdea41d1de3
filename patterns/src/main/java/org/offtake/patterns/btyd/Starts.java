package org.offtake.patterns.btyd;

import java.util.List;

/** Where the search for a cohort's parameters begins: rates and times of the size that the data have, in any unit of time. */
final class Starts {
    private static final int FEWEST_REPEATERS = 3;

    private Starts() {}

    /** r, alpha, a, b. */
    static List<double[]> ofDropout(String model, Cohort cohort) {
        double gap = timePerPurchase(model, cohort);
        return List.of(new double[] {0.5, 0.5 * gap, 0.8, 2.4}, new double[] {2, 2 * gap, 1, 10}, new double[] {
            1, 0.3 * gap, 0.5, 0.5
        });
    }

    /** r, alpha, s, beta. */
    static List<double[]> ofHazard(String model, Cohort cohort) {
        double gap = timePerPurchase(model, cohort);
        double observed = cohort.sum(PurchaseHistory::observed) / cohort.customers();
        return List.of(
                new double[] {0.5, 0.5 * gap, 0.5, 0.5 * observed},
                new double[] {2, 2 * gap, 1, 4 * observed},
                new double[] {1, 0.3 * gap, 0.5, 0.1 * observed});
    }

    private static double timePerPurchase(String model, Cohort cohort) {
        double observed = cohort.sum(PurchaseHistory::observed);
        if (cohort.repeaters() < FEWEST_REPEATERS || observed == 0) {
            throw new NotFitted(
                    NotFitted.Reason.TOO_LITTLE_DATA,
                    model,
                    cohort.repeaters() + " of " + cohort.customers() + " customers bought again in " + observed
                            + " time units together; at least " + FEWEST_REPEATERS
                            + " must have: wait, or take more customers together");
        }
        return observed / cohort.sum(history -> history.repeats());
    }
}

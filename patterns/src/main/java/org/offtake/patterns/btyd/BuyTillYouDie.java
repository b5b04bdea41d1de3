package org.offtake.patterns.btyd;

/**
 * Customers buy at random, each at an own rate, until they stop for good, each with an own risk; neither rate nor risk is
 * seen, only how both are spread over customers is fitted.
 */
public sealed interface BuyTillYouDie permits BgNbd, MbgNbd, ParetoNbd {

    /** Log of the likelihood of one customer's history; a density, so it can be above 0. */
    double logLikelihood(PurchaseHistory history);

    /** Log of the likelihood of all customers together. */
    double logLikelihood(Cohort cohort);

    /** Probability, 0 to 1, that a customer with this history has not stopped. */
    double probabilityAlive(PurchaseHistory history);

    /** Purchases to expect from a customer with this history in the time {@code ahead} from now. */
    double expectedPurchases(PurchaseHistory history, double ahead);

    /** Repeat purchases to expect from a customer within the time {@code within} after the first purchase. */
    double expectedOfNewCustomer(double within);
}

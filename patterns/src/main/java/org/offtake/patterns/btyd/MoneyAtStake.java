package org.offtake.patterns.btyd;

/**
 * What a customer is still good for: purchases to expect times what to expect per purchase. Not discounted.
 *
 * @param purchases how often they buy and when they stop
 * @param value what they spend per purchase
 */
public record MoneyAtStake(BuyTillYouDie purchases, GammaGamma value) {

    /** Money in the currency of the spend, within the time {@code ahead} in the unit of the history. */
    public double within(double ahead, PurchaseHistory history, Spend spend) {
        return purchases.expectedPurchases(history, ahead) * value.expectedValue(spend);
    }
}

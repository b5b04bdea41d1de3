package org.offtake.patterns.btyd;

/**
 * What one customer spent per purchase.
 *
 * @param purchases how many purchases the mean is over; the published fits leave out the first purchase
 * @param mean money per purchase, in the currency of the caller's choice; 0 without purchases
 */
public record Spend(long purchases, double mean) {
    public static final Spend NONE = new Spend(0, 0);

    public Spend {
        Guard.notNegative("the number of purchases", purchases);
        if (purchases == 0 && mean != 0) {
            throw new IllegalArgumentException("the mean spend is " + mean + " over no purchases; it must be 0");
        }
        if (purchases > 0) {
            Guard.positive("the mean spend", mean);
        }
    }
}

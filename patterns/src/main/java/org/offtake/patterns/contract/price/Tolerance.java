package org.offtake.patterns.contract.price;

/**
 * How far a price may be off before it is one: the greater of both.
 *
 * @param relative part of the right price, such as 0.005
 * @param absolute per unit, such as half a cent
 * @param belowList part of the list price a discount may take where no contract holds
 * @param lowestMargin part of the net price that must be left over the cost
 */
public record Tolerance(double relative, double absolute, double belowList, double lowestMargin) {
    /** Half a percent or half a cent; a fifth off the list; no sale under cost. */
    public static final Tolerance USUAL = new Tolerance(0.005, 0.005, 0.2, 0);

    public Tolerance {
        if (!(relative >= 0) || !(absolute >= 0) || !(belowList >= 0) || !(lowestMargin < 1)) {
            throw new IllegalArgumentException("tolerances are not negative and a margin is below one: " + relative
                    + ", " + absolute + ", " + belowList + ", " + lowestMargin);
        }
    }

    boolean isOff(double price, double right) {
        double allowed = Math.max(absolute, relative * Math.abs(right));
        return Math.abs(price - right) > allowed * (1 + 1e-9);
    }
}

package org.offtake.patterns.size;

/**
 * A line of an order, of a group that was ordered before.
 *
 * @param quantity its logarithm
 * @param usual what was usual of the group before it
 * @param expected the density of the quantity by that
 */
record Line(String group, double quantity, GroupSize usual, double expected) {
    static Line of(int day, String group, double quantity, GroupSize usual) {
        return new Line(group, quantity, usual, usual.density(day, quantity, 0));
    }
}

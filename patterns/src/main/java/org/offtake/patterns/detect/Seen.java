package org.offtake.patterns.detect;

import java.util.OptionalDouble;

/**
 * What was to be expected of a customer, and what was seen instead. In days between orders for what is about rhythm, in
 * orders that hold the group for a group that stopped, in percent of what is usual for quantities.
 *
 * @param expected by what was usual before the change
 * @param low below this in one of ten such cases
 * @param high above this in one of ten
 * @param chance share of customers without a change of whom as much would be seen; empty where it is not worked out
 */
public record Seen(double expected, double low, double high, double observed, OptionalDouble chance) {}

package org.offtake.sample.wholesale;

/**
 * What a customer is used to take.
 *
 * @param chanceInOrder the share of orders that carry this product
 * @param meanQuantity units when it is ordered
 */
record Habit(Product product, double chanceInOrder, double meanQuantity) {}

/**
 * The statistics of purchase patterns: what a customer's own history lets one expect, and how surprising it is that it
 * did not come.
 *
 * <p>Pure functions over one customer's history. Knows no Spark, no JDBC and no clock; randomness comes with a seed.
 */
@NullMarked
package org.offtake.patterns;

import org.jspecify.annotations.NullMarked;

/**
 * Buy till you die: from how often and how lately a customer bought, whether they are still there and what they will
 * still buy.
 *
 * <p>Every time is counted from the customer's first purchase, in one unit of the caller's choice (the published numbers
 * are in weeks); a rate is per that unit. {@link org.offtake.patterns.btyd.MbgNbd} is the model the product uses;
 * {@link org.offtake.patterns.btyd.BgNbd} and {@link org.offtake.patterns.btyd.ParetoNbd} are there to compare with, and
 * {@link org.offtake.patterns.btyd.BgBb} for customers who can buy once per period. Densities and probabilities are
 * added as logarithms, so that no history, however long, turns into NaN.
 */
@NullMarked
package org.offtake.patterns.btyd;

import org.jspecify.annotations.NullMarked;

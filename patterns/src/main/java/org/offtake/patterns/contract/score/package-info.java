/**
 * How well contracts are projected on labelled purchases: every day of the second year replayed, beside the rules of the trade.
 *
 * <p>The estimator of a customer's rate and order size in here is a small one, to have something to project from.
 */
@NullMarked
package org.offtake.patterns.contract.score;

import org.jspecify.annotations.NullMarked;

/**
 * How well contracts are projected on labelled purchases: every day of the second year replayed, beside the rules of the trade.
 */
@NullMarked
package org.offtake.patterns.contract.score;

import org.jspecify.annotations.NullMarked;

/** Purchases past a contract and prices off it: rules with tolerances, no statistics. */
@NullMarked
package org.offtake.patterns.contract.price;

import org.jspecify.annotations.NullMarked;

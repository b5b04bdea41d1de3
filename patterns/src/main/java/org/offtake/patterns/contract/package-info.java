/**
 * Contract offtake: what was agreed by a day, what was taken, and where it will end.
 *
 * <p>The basis (ordered, delivered, invoiced) is the caller's choice of events. Amounts are in the contract's own measure: units for a quantity, money
 * for a value.
 */
@NullMarked
package org.offtake.patterns.contract;

import org.jspecify.annotations.NullMarked;

/** What is believed of one customer's rate and size of orders, order by order, and what is known before the first one. */
@NullMarked
package org.offtake.patterns.contract.belief;

import org.jspecify.annotations.NullMarked;

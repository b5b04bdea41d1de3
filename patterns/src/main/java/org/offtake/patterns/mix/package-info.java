/** Which product groups are in an order, and the group that is no longer. */
@NullMarked
package org.offtake.patterns.mix;

import org.jspecify.annotations.NullMarked;

/** How much is ordered of a product group, and orders that shrink or jump. */
@NullMarked
package org.offtake.patterns.size;

import org.jspecify.annotations.NullMarked;

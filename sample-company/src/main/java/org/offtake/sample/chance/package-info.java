/** Seeded chance, the Dutch calendar and the pace of demand. */
@NullMarked
package org.offtake.sample.chance;

import org.jspecify.annotations.NullMarked;

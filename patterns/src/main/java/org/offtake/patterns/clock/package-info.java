/** Operational time: days weighed by how much is usually ordered on them. */
@NullMarked
package org.offtake.patterns.clock;

import org.jspecify.annotations.NullMarked;

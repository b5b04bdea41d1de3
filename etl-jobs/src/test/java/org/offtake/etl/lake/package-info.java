/** What a Delta table holds after a write, and what its log says of it. */
@NullMarked
package org.offtake.etl.lake;

import org.jspecify.annotations.NullMarked;

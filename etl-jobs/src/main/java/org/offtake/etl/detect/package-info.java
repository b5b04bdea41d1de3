/** Brings the rows of the lake before the detector of module patterns, and what it tells back into rows. */
@NullMarked
package org.offtake.etl.detect;

import org.jspecify.annotations.NullMarked;

/** One number per table that says whether two warehouses are the same. */
@NullMarked
package org.offtake.etl.fingerprint;

import org.jspecify.annotations.NullMarked;

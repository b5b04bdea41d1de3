/** The Delta tables: where they are, their versions, their changes, and how rows are written. */
@NullMarked
package org.offtake.etl.lake;

import org.jspecify.annotations.NullMarked;

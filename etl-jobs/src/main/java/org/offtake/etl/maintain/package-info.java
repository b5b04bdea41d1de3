/** Keeps the lake in shape: small files become few, and what nobody can read any more is deleted. */
@NullMarked
package org.offtake.etl.maintain;

import org.jspecify.annotations.NullMarked;

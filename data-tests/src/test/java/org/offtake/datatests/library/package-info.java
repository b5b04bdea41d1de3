/** The shipped library: every contract, its SELECT, and its table in PostgreSQL agree. */
@NullMarked
package org.offtake.datatests.library;

import org.jspecify.annotations.NullMarked;

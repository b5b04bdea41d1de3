/**
 * Strict reading of received files: every record of a file comes out exactly once, good or flawed, with its line.
 *
 * <p>A record that cannot be read costs no other record; a file that cannot be read is refused whole.
 */
@NullMarked
package org.offtake.etl.files;

import org.jspecify.annotations.NullMarked;

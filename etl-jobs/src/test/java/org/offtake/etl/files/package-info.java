/** What becomes of hostile files. */
@NullMarked
package org.offtake.etl.files;

import org.jspecify.annotations.NullMarked;

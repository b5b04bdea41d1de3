/** Whether what is built from changes equals what is built in full. */
@NullMarked
package org.offtake.etl.build;

import org.jspecify.annotations.NullMarked;

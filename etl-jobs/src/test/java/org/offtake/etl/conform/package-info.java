/** Where each received record ends. */
@NullMarked
package org.offtake.etl.conform;

import org.jspecify.annotations.NullMarked;

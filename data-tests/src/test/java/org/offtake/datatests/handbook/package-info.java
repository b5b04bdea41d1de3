/** Pages of the documentation that run. */
@NullMarked
package org.offtake.datatests.handbook;

import org.jspecify.annotations.NullMarked;

/** Contract checks and assertions over what was built. */
@NullMarked
package org.offtake.etl.check;

import org.jspecify.annotations.NullMarked;

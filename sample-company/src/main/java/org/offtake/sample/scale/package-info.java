/** How much is made, and of which days. */
@NullMarked
package org.offtake.sample.scale;

import org.jspecify.annotations.NullMarked;

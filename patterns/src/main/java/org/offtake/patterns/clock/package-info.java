/** Time as demand feels it: the season of a segment and the days on which nobody orders. */
@NullMarked
package org.offtake.patterns.clock;

import org.jspecify.annotations.NullMarked;

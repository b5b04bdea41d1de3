/** Tells people what did not go as it should: once, with the reason and the next step, and again when it is well. */
@NullMarked
package org.offtake.schedules.alarm;

import org.jspecify.annotations.NullMarked;

/** What runs when: schedules as files, read the same by whatever engine runs them. */
@NullMarked
package org.offtake.schedules;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.offtake.schedules;

import org.jspecify.annotations.NullMarked;

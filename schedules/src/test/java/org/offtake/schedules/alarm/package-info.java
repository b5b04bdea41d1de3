@NullMarked
package org.offtake.schedules.alarm;

import org.jspecify.annotations.NullMarked;

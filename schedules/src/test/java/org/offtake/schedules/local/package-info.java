@NullMarked
package org.offtake.schedules.local;

import org.jspecify.annotations.NullMarked;

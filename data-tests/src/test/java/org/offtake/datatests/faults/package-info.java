@NullMarked
package org.offtake.datatests.faults;

import org.jspecify.annotations.NullMarked;

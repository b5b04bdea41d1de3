/** Runs schedules on this machine; what is planned, under way and done lies in PostgreSQL. */
@NullMarked
package org.offtake.schedules.local;

import org.jspecify.annotations.NullMarked;

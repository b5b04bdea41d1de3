/** What people say of signals, on its way back into the lake. */
@NullMarked
package org.offtake.datatests.followup;

import org.jspecify.annotations.NullMarked;

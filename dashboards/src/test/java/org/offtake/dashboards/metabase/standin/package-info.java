/** A stand-in of Metabase that keeps what its documentation says, and holds what is said to it against its description. */
@NullMarked
package org.offtake.dashboards.metabase.standin;

import org.jspecify.annotations.NullMarked;

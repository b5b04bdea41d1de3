/** The viewer against a real PostgreSQL, over real HTTP, in a real browser. */
@NullMarked
package org.offtake.dashboards;

import org.jspecify.annotations.NullMarked;

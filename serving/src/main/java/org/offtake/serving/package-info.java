/** PostgreSQL: the embedded server, connections, migrations and locks. */
@NullMarked
package org.offtake.serving;

import org.jspecify.annotations.NullMarked;

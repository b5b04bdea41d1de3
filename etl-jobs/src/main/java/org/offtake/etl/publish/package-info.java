/** Gold to mart: candidate rows by unit, copied to PostgreSQL in one transaction. */
@NullMarked
package org.offtake.etl.publish;

import org.jspecify.annotations.NullMarked;

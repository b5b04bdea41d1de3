/** Source to bronze: deliveries, editions, and records as received. */
@NullMarked
package org.offtake.etl.land;

import org.jspecify.annotations.NullMarked;

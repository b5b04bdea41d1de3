/** Silver to gold: changed units, candidate rows, history, and writing what differs. */
@NullMarked
package org.offtake.etl.build;

import org.jspecify.annotations.NullMarked;

/** What was made of what, as events of OpenLineage. */
@NullMarked
package org.offtake.outbound.lineage;

import org.jspecify.annotations.NullMarked;

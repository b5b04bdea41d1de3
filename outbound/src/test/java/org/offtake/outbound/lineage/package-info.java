@NullMarked
package org.offtake.outbound.lineage;

import org.jspecify.annotations.NullMarked;

/** Bronze to silver: casting by contract, versions, duplicates, quarantine. */
@NullMarked
package org.offtake.etl.conform;

import org.jspecify.annotations.NullMarked;

/** What a load costs, in ratios within one run: the engine beside plain Spark and DuckDB on the same SELECT. */
@NullMarked
package org.offtake.bench;

import org.jspecify.annotations.NullMarked;

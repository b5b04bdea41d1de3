/** One run of the pipeline: land, conform, build, check, publish, in that order. */
@NullMarked
package org.offtake.etl.run;

import org.jspecify.annotations.NullMarked;

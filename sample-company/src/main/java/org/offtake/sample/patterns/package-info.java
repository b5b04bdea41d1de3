/** Purchases of many customers with labelled deviations and the truth beside them, to judge detectors and projections on. */
@NullMarked
package org.offtake.sample.patterns;

import org.jspecify.annotations.NullMarked;

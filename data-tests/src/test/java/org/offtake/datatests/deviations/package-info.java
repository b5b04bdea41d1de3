/** What the sample company plants, and what is told of it. */
@NullMarked
package org.offtake.datatests.deviations;

import org.jspecify.annotations.NullMarked;

/** What the sample company plants, and what is told of it. */
@NullMarked
package org.offtake.datatests.sample;

import org.jspecify.annotations.NullMarked;

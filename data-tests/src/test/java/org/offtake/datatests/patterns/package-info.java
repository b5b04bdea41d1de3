/** The detector of purchase patterns on simulated customers. */
@NullMarked
package org.offtake.datatests.patterns;

import org.jspecify.annotations.NullMarked;

/** The sequential detector: evidence of rhythm, mix and size, added up for each customer until it is worth an alarm. */
@NullMarked
package org.offtake.patterns.detect;

import org.jspecify.annotations.NullMarked;

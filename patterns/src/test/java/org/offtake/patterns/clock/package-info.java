@NullMarked
package org.offtake.patterns.clock;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.offtake.patterns.mix;

import org.jspecify.annotations.NullMarked;

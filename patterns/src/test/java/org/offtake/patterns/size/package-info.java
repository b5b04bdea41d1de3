@NullMarked
package org.offtake.patterns.size;

import org.jspecify.annotations.NullMarked;

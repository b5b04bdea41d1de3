@NullMarked
package org.offtake.patterns.detect;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.offtake.sample.chance;

import org.jspecify.annotations.NullMarked;

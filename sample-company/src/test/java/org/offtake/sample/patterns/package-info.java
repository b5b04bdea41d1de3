@NullMarked
package org.offtake.sample.patterns;

import org.jspecify.annotations.NullMarked;

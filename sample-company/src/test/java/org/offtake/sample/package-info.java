@NullMarked
package org.offtake.sample;

import org.jspecify.annotations.NullMarked;

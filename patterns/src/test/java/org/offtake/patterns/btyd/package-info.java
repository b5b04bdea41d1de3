@NullMarked
package org.offtake.patterns.btyd;

import org.jspecify.annotations.NullMarked;

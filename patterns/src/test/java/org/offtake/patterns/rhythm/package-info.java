@NullMarked
package org.offtake.patterns.rhythm;

import org.jspecify.annotations.NullMarked;

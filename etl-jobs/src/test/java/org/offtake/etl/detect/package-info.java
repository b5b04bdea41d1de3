@NullMarked
package org.offtake.etl.detect;

import org.jspecify.annotations.NullMarked;

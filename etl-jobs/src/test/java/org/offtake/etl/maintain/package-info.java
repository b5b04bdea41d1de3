@NullMarked
package org.offtake.etl.maintain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.offtake.etl.land;

import org.jspecify.annotations.NullMarked;

/** Work that does not depend on each other, done at the same time. */
@NullMarked
package org.offtake.etl.sidebyside;

import org.jspecify.annotations.NullMarked;

/** What a run leaves behind besides rows. */
@NullMarked
package org.offtake.etl.run;

import org.jspecify.annotations.NullMarked;

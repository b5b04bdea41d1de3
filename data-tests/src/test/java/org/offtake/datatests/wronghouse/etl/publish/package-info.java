/** Breaks the rules of the house, so that a test can see that they bite. */
@NullMarked
package org.offtake.datatests.wronghouse.etl.publish;

import org.jspecify.annotations.NullMarked;

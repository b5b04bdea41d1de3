/** What a file of a new source probably is: its format, its columns, and the contract that a person would begin with. */
@NullMarked
package org.offtake.etl.guess;

import org.jspecify.annotations.NullMarked;

/** The commands: the only module that knows all others. */
@NullMarked
package org.offtake.cli;

import org.jspecify.annotations.NullMarked;

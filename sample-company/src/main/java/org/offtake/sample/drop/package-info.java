/** What a source system sends: rows, the files they come in, and the records damaged on purpose. */
@NullMarked
package org.offtake.sample.drop;

import org.jspecify.annotations.NullMarked;

/** When it is told that a contract will fall short or be used up early, and until when: each contract for itself, from its purchases alone. */
@NullMarked
package org.offtake.patterns.contract.watch;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.offtake.patterns.contract.watch;

import org.jspecify.annotations.NullMarked;

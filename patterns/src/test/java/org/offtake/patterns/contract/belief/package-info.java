@NullMarked
package org.offtake.patterns.contract.belief;

import org.jspecify.annotations.NullMarked;

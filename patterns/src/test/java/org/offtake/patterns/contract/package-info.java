@NullMarked
package org.offtake.patterns.contract;

import org.jspecify.annotations.NullMarked;

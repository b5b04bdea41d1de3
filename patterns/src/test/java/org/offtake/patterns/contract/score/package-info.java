@NullMarked
package org.offtake.patterns.contract.score;

import org.jspecify.annotations.NullMarked;

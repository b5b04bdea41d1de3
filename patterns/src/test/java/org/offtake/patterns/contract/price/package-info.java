@NullMarked
package org.offtake.patterns.contract.price;

import org.jspecify.annotations.NullMarked;

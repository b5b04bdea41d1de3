/** Two boutiques, sending workbooks. */
@NullMarked
package org.offtake.sample.boutique;

import org.jspecify.annotations.NullMarked;

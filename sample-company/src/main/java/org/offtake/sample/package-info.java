/** Three companies from one seed, written as the files their systems would send. */
@NullMarked
package org.offtake.sample;

import org.jspecify.annotations.NullMarked;

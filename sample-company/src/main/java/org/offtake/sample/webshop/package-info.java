/** A shop of daily deals, sending JSON lines. */
@NullMarked
package org.offtake.sample.webshop;

import org.jspecify.annotations.NullMarked;

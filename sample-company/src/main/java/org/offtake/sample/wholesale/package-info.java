/** A Dutch wholesaler with contracts, sending semicolon CSV. */
@NullMarked
package org.offtake.sample.wholesale;

import org.jspecify.annotations.NullMarked;

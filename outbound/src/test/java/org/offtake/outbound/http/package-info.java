@NullMarked
package org.offtake.outbound.http;

import org.jspecify.annotations.NullMarked;

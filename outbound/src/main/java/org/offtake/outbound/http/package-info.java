/** Speaks to another system over HTTP in JSON: signs in, waits, tries again where that is safe, and keeps secrets to itself. */
@NullMarked
package org.offtake.outbound.http;

import org.jspecify.annotations.NullMarked;

/** Mail by SMTP. */
@NullMarked
package org.offtake.outbound.mail;

import org.jspecify.annotations.NullMarked;

/** The morning letters: to each salesperson whom to call. */
@NullMarked
package org.offtake.dashboards.morning;

import org.jspecify.annotations.NullMarked;

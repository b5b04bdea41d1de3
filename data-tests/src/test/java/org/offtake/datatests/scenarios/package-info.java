/** Scenarios: pages of given rows and the rows that a model makes of them, run as tests. */
@NullMarked
package org.offtake.datatests.scenarios;

import org.jspecify.annotations.NullMarked;

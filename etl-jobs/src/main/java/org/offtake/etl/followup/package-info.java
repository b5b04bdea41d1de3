/** The spreadsheet in which people write down what became of signals: out to them, and back to the front door. */
@NullMarked
package org.offtake.etl.followup;

import org.jspecify.annotations.NullMarked;

/** The way out of quarantine and back: spreadsheets for the people who correct records. */
@NullMarked
package org.offtake.etl.quarantine;

import org.jspecify.annotations.NullMarked;

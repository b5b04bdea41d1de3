/** The conservation law: every record of every delivery ends in exactly one place. */
@NullMarked
package org.offtake.etl.ledger;

import org.jspecify.annotations.NullMarked;

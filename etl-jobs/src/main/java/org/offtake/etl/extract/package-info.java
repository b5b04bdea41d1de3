/** Tables of a source's database, read in one transaction into one file of records as received. */
@NullMarked
package org.offtake.etl.extract;

import org.jspecify.annotations.NullMarked;

/** Whether broken rules are found, whatever part of the rows is looked at. */
@NullMarked
package org.offtake.etl.check;

import org.jspecify.annotations.NullMarked;

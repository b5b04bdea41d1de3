/** The rules of the house: who may know whom, and how files are written. */
@NullMarked
package org.offtake.datatests.house;

import org.jspecify.annotations.NullMarked;

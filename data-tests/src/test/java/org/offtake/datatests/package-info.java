/** Tests of the whole house: its data by scenarios, its rules, its library. */
@NullMarked
package org.offtake.datatests;

import org.jspecify.annotations.NullMarked;

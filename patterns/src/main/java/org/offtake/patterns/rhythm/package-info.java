/** When a customer orders: gaps between order days, what they lead one to expect, and how they change. */
@NullMarked
package org.offtake.patterns.rhythm;

import org.jspecify.annotations.NullMarked;

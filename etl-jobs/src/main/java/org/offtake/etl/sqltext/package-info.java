/** The SQL of a model as text: which tables it reads, and how they are bound to views. */
@NullMarked
package org.offtake.etl.sqltext;

import org.jspecify.annotations.NullMarked;

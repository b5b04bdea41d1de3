/** The pipeline: one package per step. */
@NullMarked
package org.offtake.etl;

import org.jspecify.annotations.NullMarked;

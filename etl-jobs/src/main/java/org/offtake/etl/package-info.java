/** The pipeline: one package per step, land to publish. */
@NullMarked
package org.offtake.etl;

import org.jspecify.annotations.NullMarked;

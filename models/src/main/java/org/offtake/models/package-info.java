/** Contracts: what every table is, read from YAML with file and line. */
@NullMarked
package org.offtake.models;

import org.jspecify.annotations.NullMarked;

/**
 * Contracts: what every table is, read from YAML and SQL files, refused with file and line where they are wrong.
 *
 * <p>Knows no Spark, no JDBC and no clock.
 */
@NullMarked
package org.offtake.models;

import org.jspecify.annotations.NullMarked;

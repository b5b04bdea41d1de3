package org.offtake.etl.extract;

import java.util.List;

/**
 * What one reading of a table found.
 *
 * @param fromStart whether everything was read, so that it takes the place of all that was read before
 * @param print of the rows that were read, whatever their order
 * @param columns the names of the columns that were read
 * @param position where the next reading begins
 */
public record Extracted(
        boolean fromStart, long rows, String print, List<String> columns, Position position, List<String> warnings) {}

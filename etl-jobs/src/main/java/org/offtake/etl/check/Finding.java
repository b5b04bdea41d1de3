package org.offtake.etl.check;

import org.offtake.models.TableName;

/**
 * A rule that rows break.
 *
 * @param first one of the rows, by its grain
 * @param stops whether publication stops for it
 */
public record Finding(TableName table, String rule, String because, long rows, String first, boolean stops) {
    @Override
    public String toString() {
        return table + ": " + rows + " rows break \"" + rule + "\" (first: " + first + "), because " + because;
    }
}

package org.offtake.sample.drop;

import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;

/**
 * One record as it lands in a file.
 *
 * @param landing the day whose file carries it
 * @param sentAgain true when the same key is sure to land again on a later day of the horizon
 * @param values text, whole number, decimal, flag, LocalDate or OffsetDateTime; empty text where there is no value
 */
public record Row(Table table, LocalDate landing, boolean sentAgain, List<Object> values) {
    public Row {
        values = List.copyOf(values);
        if (values.size() != table.columns().size()) {
            throw new IllegalArgumentException("a row of " + table.name() + " has " + values.size() + " values for "
                    + table.columns().size() + " columns: " + values);
        }
    }

    /** The values of the natural key, joined by a slash. */
    public String key() {
        StringJoiner key = new StringJoiner("/");
        for (int i = 0; i < values.size(); i++) {
            if (table.columns().get(i).isKey()) {
                key.add(values.get(i).toString());
            }
        }
        return key.toString();
    }
}

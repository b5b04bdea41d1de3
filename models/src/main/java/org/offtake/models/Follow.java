package org.offtake.models;

import java.util.ArrayList;
import java.util.List;

/** How a change in a table that a model reads tells which units of the model to work out anew. */
public sealed interface Follow {
    TableName table();

    /** The changed row itself carries the unit: SQL expressions over its columns, one per column of {@code by}. */
    record Direct(TableName table, List<String> expressions) implements Follow {
        public Direct {
            expressions = List.copyOf(expressions);
        }
    }

    /** The units are those of the rows of another followed table that carry the changed row's value. */
    record Through(TableName table, String value, TableName via, String viaColumn) implements Follow {}

    /** Any change means that the whole model is worked out anew. */
    record Everything(TableName table) implements Follow {}

    static Follow parse(TableName table, List<String> texts) {
        if (texts.size() == 1 && texts.get(0).equals("everything")) {
            return new Everything(table);
        }
        if (texts.size() == 1 && texts.get(0).contains("->")) {
            return parsePath(table, texts.get(0));
        }
        return new Direct(table, texts);
    }

    private static Follow parsePath(TableName table, String text) {
        String[] steps = text.split("->");
        List<String> target = new ArrayList<>(List.of(steps[1].strip().split("\\.")));
        if (steps.length != 2 || target.size() != 3) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no path: write column -> layer.table.column, the table being followed itself");
        }
        String column = target.remove(2);
        return new Through(table, steps[0].strip(), TableName.parse(String.join(".", target)), column);
    }
}

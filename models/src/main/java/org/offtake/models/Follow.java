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

    /** The units are those of the rows of other followed tables that carry the changed row's value. */
    record Through(TableName table, List<Step> steps) implements Follow {
        public Through {
            steps = List.copyOf(steps);
        }
    }

    /** One way from a changed row: its value, the followed table that carries it, and in which column. */
    record Step(String value, TableName via, String viaColumn) {}

    /** Any change means that the whole model is worked out anew. */
    record Everything(TableName table) implements Follow {}

    static Follow parse(TableName table, List<String> texts) {
        if (texts.size() == 1 && texts.get(0).equals("everything")) {
            return new Everything(table);
        }
        if (texts.stream().anyMatch(text -> text.contains("->"))) {
            return new Through(table, texts.stream().map(Follow::parseStep).toList());
        }
        return new Direct(table, texts);
    }

    private static Step parseStep(String text) {
        String[] steps = text.split("->");
        List<String> target =
                steps.length == 2 ? new ArrayList<>(List.of(steps[1].strip().split("\\."))) : new ArrayList<>();
        if (target.size() != 3) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no path: write column -> layer.table.column, the table being followed itself");
        }
        String column = target.remove(2);
        return new Step(steps[0].strip(), TableName.parse(String.join(".", target)), column);
    }
}

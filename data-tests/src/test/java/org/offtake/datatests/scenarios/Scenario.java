package org.offtake.datatests.scenarios;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.offtake.models.TableName;

/** Given these rows, when it is this day, then a model gives those rows. */
record Scenario(
        Path page, String title, Map<TableName, MarkdownTable> given, Optional<LocalDate> businessDate, Expected then) {

    /** What the model gives: all of its rows, or some among many. */
    record Expected(MarkdownTable table, boolean amongOthers) {}
}

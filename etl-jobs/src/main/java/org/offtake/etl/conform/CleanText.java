package org.offtake.etl.conform;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.models.ColumnType;
import org.offtake.models.ReceivedColumn;

/** The text of a received column as an SQL expression: trimmed unless it is prose, null when it says nothing, repaired. */
final class CleanText {
    /** Blanks that people do not see: space, tab, line ends, no-break space, zero-width space, byte order mark. */
    private static final String BLANKS = "' \\t\\r\\n\\u00A0\\u200B\\uFEFF'";

    private CleanText() {}

    static String of(ReceivedColumn column) {
        String text = "`" + column.name() + "`";
        if (column.type().kind() != ColumnType.Kind.TEXT || column.repair().contains("trim")) {
            text = "trim(both " + BLANKS + " from " + text + ")";
        }
        String nothing = Stream.concat(Stream.of(""), column.missing().stream())
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", "));
        text = "case when " + text + " not in (" + nothing + ") then " + text + " end";
        if (column.repair().contains("float_id")) {
            text = "case when instr(" + text + ", '.') > 0 then regexp_replace(" + text
                    + ", '^(\\\\d+)\\\\.0+$', '$1') else " + text + " end";
        }
        return column.repair().contains("upper") ? "upper(" + text + ")" : text;
    }
}

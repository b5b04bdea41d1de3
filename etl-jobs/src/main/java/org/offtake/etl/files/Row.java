package org.offtake.etl.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record before its fields have names.
 *
 * @param line the physical line on which it begins; 0 for the names that a file has apart from its records
 * @param lastLine the physical line on which it ends
 * @param fields as far as they could be told apart
 * @param text as received
 * @param flaw what is wrong with it already, or null
 */
record Row(
        long line,
        long lastLine,
        List<@Nullable String> fields,
        String text,
        @Nullable Flaw flaw,
        boolean endsFile) {

    /** Where the names of the columns stand, when this row is them. */
    String asHeader() {
        return line == 0 ? "its schema" : "the header on " + where();
    }

    String where() {
        return line == lastLine ? "line " + line : "lines " + line + " to " + lastLine;
    }
}

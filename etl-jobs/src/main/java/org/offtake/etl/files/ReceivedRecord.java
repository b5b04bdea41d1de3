package org.offtake.etl.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record as received.
 *
 * @param number its place among the records of the file, from 1
 * @param line the physical line (or sheet row) on which it begins, from 1
 * @param values one per expected column; null where the file does not have it, or where a flaw hides it
 * @param more the columns nobody asked for, by name
 * @param raw the text as received, present when the record is flawed; a long one is cut and says so
 */
public record ReceivedRecord(
        long number,
        long line,
        List<@Nullable String> values,
        Map<String, String> more,
        Optional<String> raw,
        Optional<Flaw> flaw) {

    static final int LONGEST_RAW = 8 * 1024;

    static String cut(String text) {
        if (text.length() <= LONGEST_RAW) {
            return text;
        }
        return text.substring(0, LONGEST_RAW) + "… (cut: " + text.length() + " characters in all)";
    }
}

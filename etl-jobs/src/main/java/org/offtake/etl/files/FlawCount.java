package org.offtake.etl.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many records have which flaw, and on which line the first one is. */
final class FlawCount {

    private record Found(long count, long firstLine) {}

    private final Map<String, Found> byCode = new TreeMap<>();

    void add(ReceivedRecord record) {
        record.flaw()
                .ifPresent(flaw -> byCode.merge(
                        flaw.code(),
                        new Found(1, record.line()),
                        (before, one) -> new Found(before.count() + 1, before.firstLine())));
    }

    /** These warnings and one more for each kind of flaw. */
    List<String> warnings(List<String> others) {
        List<String> warnings = new ArrayList<>(others);
        byCode.forEach((code, found) ->
                warnings.add(code + ": " + found.count() + " flawed, the first on line " + found.firstLine()));
        return List.copyOf(warnings);
    }
}

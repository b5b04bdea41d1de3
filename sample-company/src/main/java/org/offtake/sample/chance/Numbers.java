package org.offtake.sample.chance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Document numbers: a prefix, the day, and a counter of that day. */
public final class Numbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final int DAYS_KEPT = 200;

    private final TreeMap<LocalDate, Map<String, Integer>> used = new TreeMap<>();

    /** The next number of that kind on that day, such as {@code VO261121-0007}. */
    public String next(String prefix, LocalDate day) {
        int count = used.computeIfAbsent(day, any -> new HashMap<>()).merge(prefix, 1, Integer::sum);
        while (used.firstKey().isBefore(used.lastKey().minusDays(DAYS_KEPT))) {
            used.pollFirstEntry();
        }
        return String.format(Locale.ROOT, "%s%s-%04d", prefix, DAY.format(day), count);
    }
}

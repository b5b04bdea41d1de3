package org.offtake.etl.guess;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * How the dates or times of a column are written.
 *
 * @param patterns one, or two where both are needed
 * @param other another pattern that fits just as well; empty when there is none
 * @param misfits the texts that are written otherwise, or say no time at all
 */
record TimeShape(boolean instant, List<String> patterns, String other, List<String> misfits) {
    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "dd-MM-yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd.MM.yyyy",
            "yyyy/MM/dd",
            "d-M-yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "yyyyMMdd");
    private static final List<String> TIMES = List.of(" HH:mm:ss", " HH:mm", "'T'HH:mm:ss", "'T'HH:mm");
    private static final List<String> ZONES = List.of("", "X", "XXX");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_PATTERNS = 2;

    /** What conforming understands without being told, the times with parts of a second too. */
    private static final List<String> USUAL = List.of("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss");

    private static final Pattern PARTS_OF_A_SECOND = Pattern.compile("(:\\d{2})\\.\\d{1,9}(Z?)$");

    /** Each of the known patterns, made once and tried on every text. */
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    static boolean isTime(String text) {
        return of(List.of(text), 0).isPresent();
    }

    /** Empty when no two patterns fit every text but so many. */
    static Optional<TimeShape> of(List<String> texts, int misfits) {
        Optional<TimeShape> dates = of(texts, DATES, false, misfits);
        if (dates.isPresent()) {
            return dates;
        }
        List<String> whole = texts.stream()
                .map(text -> PARTS_OF_A_SECOND.matcher(text).replaceFirst("$1"))
                .toList();
        Optional<TimeShape> seconds = whole.equals(texts) ? Optional.empty() : of(whole, USUAL, true, misfits);
        return seconds.isPresent() ? seconds : of(texts, withTimes(), true, misfits);
    }

    /** The patterns that the contract has to name. */
    List<String> unusual() {
        return USUAL.containsAll(patterns) ? List.of() : patterns;
    }

    private static List<String> withTimes() {
        List<String> patterns = new ArrayList<>();
        DATES.forEach(date -> TIMES.forEach(time -> ZONES.forEach(zone -> patterns.add(date + time + zone))));
        return patterns;
    }

    /** The pattern that fits most, then the one that fits most of the rest. */
    private static Optional<TimeShape> of(List<String> texts, List<String> known, boolean instant, int misfits) {
        List<String> left = texts;
        List<String> patterns = new ArrayList<>();
        while (!left.isEmpty() && patterns.size() < MOST_PATTERNS) {
            List<String> rest = left;
            Map<String, Long> fitting = new LinkedHashMap<>();
            known.forEach(pattern -> fitting.put(pattern, fitting(rest, pattern)));
            Map.Entry<String, Long> best = Collections.max(fitting.entrySet(), Map.Entry.comparingByValue());
            if (best.getValue() == 0) {
                break;
            }
            String chosen = best.getKey();
            patterns.add(chosen);
            left = rest.stream().filter(text -> !fits(text, chosen)).toList();
        }
        if (patterns.isEmpty() || left.size() > misfits) {
            return Optional.empty();
        }
        String twin = swapped(patterns.get(0));
        boolean both =
                patterns.size() == 1 && known.contains(twin) && fitting(texts, twin) == texts.size() - left.size();
        return Optional.of(new TimeShape(instant, List.copyOf(patterns), both ? twin : "", left));
    }

    private static String swapped(String pattern) {
        return pattern.startsWith("dd/MM/") || pattern.startsWith("d/M/")
                ? pattern.replace("dd/MM/", "MM/dd/").replace("d/M/", "M/d/")
                : "";
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static long fitting(List<String> texts, String pattern) {
        return texts.stream().filter(text -> fits(text, pattern)).count();
    }

    private static boolean fits(String text, String pattern) {
        if (text.length() < pattern.replace("'", "").replace("X", "").length() - 2 || text.length() > 30) {
            return false;
        }
        try {
            TemporalAccessor parsed =
                    FORMATTERS.computeIfAbsent(pattern, TimeShape::formatter).parse(text);
            int year = parsed.get(ChronoField.YEAR);
            return !pattern.startsWith("yyyyMMdd") || (year >= FIRST_YEAR && year <= LAST_YEAR);
        } catch (DateTimeException other) {
            return false;
        }
    }
}

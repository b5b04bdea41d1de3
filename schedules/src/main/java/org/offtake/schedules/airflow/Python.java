package org.offtake.schedules.airflow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Values as they are written in Python. */
final class Python {
    private Python() {}

    static String text(String value) {
        StringBuilder written = new StringBuilder("\"");
        value.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> written.append("\\\\");
                case '"' -> written.append("\\\"");
                case '\n' -> written.append("\\n");
                default -> {
                    if (point < ' ') {
                        written.append(String.format("\\x%02x", point));
                    } else {
                        written.appendCodePoint(point);
                    }
                }
            }
        });
        return written.append('"').toString();
    }

    static String list(List<String> values) {
        return values.stream().map(Python::text).collect(Collectors.joining(", ", "[", "]"));
    }

    static String flag(boolean value) {
        return value ? "True" : "False";
    }

    static String timedelta(Duration duration) {
        long minutes = duration.toMinutes();
        if (!duration.minusMinutes(minutes).isZero()) {
            return "timedelta(seconds=" + duration.toSeconds() + ")";
        }
        return minutes % 60 == 0 && minutes > 0
                ? "timedelta(hours=" + minutes / 60 + ")"
                : "timedelta(minutes=" + minutes + ")";
    }
}

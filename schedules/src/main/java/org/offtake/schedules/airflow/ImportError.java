package org.offtake.schedules.airflow;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Airflow cannot read a file. */
record ImportError(String filename, Instant timestamp, String stackTrace) {
    private static final Pattern LINE = Pattern.compile("File \"([^\"]+)\", line (\\d+)");

    boolean isOf(String file) {
        return filename.equals(file) || filename.endsWith("/" + file);
    }

    /** The file, the line and what is wrong there. */
    String told() {
        List<String> lines = stackTrace.lines().filter(line -> !line.isBlank()).toList();
        String what = lines.isEmpty()
                ? "it does not say why"
                : lines.get(lines.size() - 1).strip();
        Matcher places = LINE.matcher(stackTrace);
        String line = "";
        while (places.find()) {
            line = isOf(places.group(1)) || places.group(1).endsWith(filename) ? " line " + places.group(2) : line;
        }
        return filename + line + ": " + what;
    }
}

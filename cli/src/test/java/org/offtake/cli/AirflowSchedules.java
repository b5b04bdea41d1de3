package org.offtake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** The schedules that the tests under Airflow are about, in the place of those that are shipped. */
record AirflowSchedules(Path folder) {
    /** No schedule's own time comes while the tests run: they are about what is asked for. */
    void write() throws IOException {
        int hour = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getHour() < 12 ? 18 : 3;
        try (Stream<Path> shipped = Files.list(folder)) {
            for (Path file : shipped.toList()) {
                Files.delete(file);
            }
        }
        write(
                "warehouse",
                "cron: \"30 %d * * *\"".formatted(hour),
                "start_within: 1 min",
                "steps:",
                "  run: ./offtake run --date {business_date}");
        write(
                "steps",
                "cron: \"0 %d * * *\"".formatted(hour),
                "start_within: 1 min",
                "steps:",
                "  one: ./offtake sql \"pretend one {business_date}\"",
                "  two: ./offtake sql \"pretend two\"");
        write(
                "patient",
                "cron: \"0 %d * * *\"".formatted(hour),
                "start_within: 1 min",
                "retry: {away: {times: 1, wait: 1 min}, not_ready: {times: 0, then: go_on}}",
                "steps:",
                "  late: ./offtake sql \"pretend late {business_date}\"");
        write(
                "often",
                "cron: \"0 %d,%d * * *\"".formatted(hour, hour + 1),
                "start_within: 1 min",
                "steps:",
                "  four: ./offtake sql \"pretend four {business_date}\"");
        write("after", "after: steps", "steps:", "  three: ./offtake sql \"pretend three {business_date}\"");
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yml"), "about: Of a test.\nowner: data\n" + String.join("\n", lines) + "\n");
    }
}

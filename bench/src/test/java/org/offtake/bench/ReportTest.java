package org.offtake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void a_cost_is_a_fixed_part_and_a_part_by_row() {
        String text = printed(List.of());

        assertThat(text)
                .contains("Full load: 10.0 s + 5.0 s per 100,000 lines.")
                .contains("A day: 4.0 s + 100.0 s per 100,000 lines;")
                .contains("on ten times the history: 5.0 s + 100.0 s per 100,000 lines.")
                .contains("A day on ten times the history costs 1.20 times the day on the history.");
    }

    @Test
    void a_figure_of_other_rows_is_void() {
        String text = printed(List.of(new Compared("a table", 2, "DuckDB", 1, false)));

        assertThat(text).contains("| a table | 2.00 | DuckDB | 1.00 | void | NO |");
    }

    private static String printed(List<Compared> compared) {
        List<Measured> loads = List.of(
                load("full load of 100000 lines", 100_000, 15),
                load("full load of 1000000 lines", 1_000_000, 60),
                load("a day", 1_000, 5),
                load("a busy day", 10_000, 14),
                load("a day on ten times the history", 1_000, 6),
                load("a busy day on ten times the history", 10_000, 15));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Report(loads, compared).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Measured load(String name, long rows, double seconds) {
        return new Measured(name, rows, seconds, Map.of(), 0, 0, 0, 0, 0);
    }
}

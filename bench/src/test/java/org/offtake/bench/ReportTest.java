package org.offtake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offtake.bench.Compared.Peer;

class ReportTest {
    @Test
    void a_cost_is_a_fixed_part_and_a_part_by_row() {
        String text = printed();

        assertThat(text)
                .contains("Full load: 10.0 s + 5.0 s per 100,000 lines.")
                .contains("A day: 4.0 s + 100.0 s per 100,000 lines;")
                .contains("on ten times the history: 5.0 s + 100.0 s per 100,000 lines.")
                .contains("A day on ten times the history costs 1.20 times the day on the history.");
    }

    @Test
    void a_line_tells_one_select_and_the_last_one_the_ratio_of_their_sums() {
        String text = printed(
                new Compared("a day", "gold.one", 2, Peer.PLAIN_SPARK, 8, true),
                new Compared("a day", "gold.one", 2, Peer.DUCKDB, 1, true),
                new Compared("a day", "gold.other", 3, Peer.PLAIN_SPARK, 2, true),
                new Compared("a day", "gold.other", 3, Peer.DUCKDB, 4, true));

        assertThat(text).contains("""
                | a day | the engine, s | plain Spark in full, s | ratio | DuckDB, s | ratio | same rows |
                |---|--:|--:|--:|--:|--:|---|
                | gold.one | 2.00 | 8.00 | 0.25 | 1.00 | 2.00 | yes |
                | gold.other | 3.00 | 2.00 | 1.50 | 4.00 | 0.75 | yes |
                | all 2 together | 5.00 | 10.00 | 0.50 | 5.00 | 1.00 | yes |
                """);
    }

    @Test
    void a_figure_of_other_rows_is_void_and_so_is_every_sum_it_is_in() {
        String text = printed(
                new Compared("a day", "gold.one", 2, Peer.MERGE, 4, true),
                new Compared("a day", "gold.one", 2, Peer.DUCKDB, 1, false),
                new Compared("a day", "gold.other", 3, Peer.MERGE, 6, true));

        assertThat(text).contains("""
                | gold.one | 2.00 | 4.00 | 0.50 | 1.00 | void | NO: DuckDB |
                | gold.other | 3.00 | 6.00 | 0.50 | – | – | yes |
                | all 2 together | 5.00 | 10.00 | 0.50 | 1.00 | void | NO: DuckDB |
                """);
    }

    private static String printed(Compared... pairs) {
        List<Measured> loads = List.of(
                load("full load of 100000 lines", 100_000, 15),
                load("full load of 1000000 lines", 1_000_000, 60),
                load("a day", 1_000, 5),
                load("a busy day", 10_000, 14),
                load("a day on ten times the history", 1_000, 6),
                load("a busy day on ten times the history", 10_000, 15));
        Comparisons compared = new Comparisons(line -> {});
        List.of(pairs).forEach(compared::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Report(loads, compared).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Measured load(String name, long rows, double seconds) {
        return new Measured(name, rows, seconds, seconds, Map.of(), 0, 0, 0, 0, 0);
    }
}

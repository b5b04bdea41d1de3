package org.offtake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFilesTest {
    @TempDir
    private Path drop;

    @Test
    void a_history_has_the_lines_that_were_asked_for_in_a_file_a_month() throws IOException {
        new OrderFiles(drop, 4_000).history();

        assertThat(records("order_lines_*.csv")).hasSize(4_000);
        assertThat(records("orders_*.csv")).hasSize(1_000);
        assertThat(files("orders_*.csv")).hasSize(24);
    }

    @Test
    void a_day_is_as_large_on_a_small_history_as_on_a_large_one() {
        OrderFiles.Day small = new OrderFiles(drop, 4_000).day(1, 400);
        OrderFiles.Day large = new OrderFiles(drop, 40_000).day(1, 400);

        assertThat(small.lines()).isEqualTo(large.lines()).isEqualTo(440);
        assertThat(small.orders()).doesNotHaveDuplicates();
    }

    @Test
    void what_an_order_says_is_the_sum_of_its_lines_to_the_cent() throws IOException {
        OrderFiles files = new OrderFiles(drop, 4_000);
        files.day(1, 400);

        Map<String, BigDecimal> byLine = new TreeMap<>();
        for (String[] line : records("order_lines_*.csv")) {
            BigDecimal exact = number(line[6])
                    .multiply(number(line[9]))
                    .multiply(BigDecimal.ONE.subtract(number(line[11]).movePointLeft(2)));
            assertThat(exact).isEqualByComparingTo(number(line[12]));
            byLine.merge(line[0], number(line[12]), BigDecimal::add);
        }
        Map<String, BigDecimal> byHeader = new TreeMap<>();
        for (String[] header : records("orders_*.csv")) {
            byHeader.put(header[0], number(header[19]));
        }
        assertThat(byHeader).isEqualTo(byLine);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private List<Path> files(String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(drop, pattern)) {
            found.forEach(files::add);
        }
        return files;
    }

    private List<String[]> records(String pattern) throws IOException {
        List<String[]> records = new ArrayList<>();
        for (Path file : files(pattern)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.skip(1).map(line -> line.split(";", -1)).forEach(records::add);
            }
        }
        return records;
    }
}

package org.offtake.sample.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPatternsTest {
    private static final int CUSTOMERS = 400;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        LabelledPatterns.of(7, CUSTOMERS).writeTo(folder);
    }

    @Test
    void every_file_has_the_columns_and_the_forms_of_the_labelled_sets() throws IOException {
        String date = "20(24|25)-\\d\\d-\\d\\d";
        assertRows(
                "orders.csv",
                "order_no,order_date,customer_id,line_no,product_group,quantity,unit_price_eur",
                "O\\d{5}-\\d{4}," + date + ",C\\d{5},[1-9]\\d*,G[0-5],[1-9]\\d*,\\d+\\.\\d\\d?");
        assertRows("customers.csv", "customer_id,segment,account_manager", "C\\d{5},S[0-2],AM[01]\\d");
        assertRows(
                "contracts.csv",
                "contract_no,customer_id,start_date,end_date,committed_value_eur",
                "K(\\d{5}),C\\1,2024-12-31,2025-12-30,\\d+\\.\\d\\d?");
        assertRows(
                "deviations.csv",
                "customer_id,kind,onset_date,product_group,direction",
                "C\\d{5},(((STOP|SLOW|SIZE_DROP),2025-\\d\\d-\\d\\d,|GROUP_STOP,2025-\\d\\d-\\d\\d,G[0-5]),DOWN"
                        + "|SPIKE,2025-\\d\\d-\\d\\d,G[0-5],UP)");
        assertRows("left_before_scoring.csv", "customer_id,last_date", "C\\d{5},2024-\\d\\d-\\d\\d");
        assertRows("seasons.csv", "segment,date,factor", "S[0-2]," + date + ",\\d\\.\\d+");
        assertRows("closures.csv", "customer_id,first_date,last_date", "C\\d{5}," + date + "," + date);
    }

    @Test
    void a_set_is_as_large_as_the_labelled_one_for_its_customers() throws IOException {
        assertThat(lines("customers.csv")).hasSize(1 + CUSTOMERS);
        assertThat(lines("truth.csv")).hasSize(1 + CUSTOMERS);
        assertThat(lines("seasons.csv")).hasSize(1 + 3 * 730);
        assertThat(lines("orders.csv").size() / (double) CUSTOMERS).isBetween(68.0, 88.0);
        assertThat(lines("contracts.csv").size() / (double) CUSTOMERS).isBetween(0.28, 0.42);
        assertThat(lines("deviations.csv").size() / (double) CUSTOMERS).isBetween(0.14, 0.24);
        assertThat(lines("left_before_scoring.csv").size() / (double) CUSTOMERS).isBetween(0.04, 0.12);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others(@TempDir Path again, @TempDir Path other)
            throws IOException {
        LabelledPatterns.of(7, CUSTOMERS).writeTo(again);
        LabelledPatterns.of(8, CUSTOMERS).writeTo(other);

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(Files.mismatch(folder.resolve("orders.csv"), other.resolve("orders.csv")))
                .isNotNegative();
    }

    @Test
    void a_customer_is_the_same_in_a_smaller_set(@TempDir Path smaller) throws IOException {
        LabelledPatterns.of(7, 20).writeTo(smaller);

        List<String> few = Files.readAllLines(smaller.resolve("orders.csv"));
        assertThat(lines("orders.csv").subList(0, few.size())).isEqualTo(few);
    }

    @Test
    void nobody_has_left_and_deviates_or_has_left_and_agreed() throws IOException {
        List<String> left = customers("left_before_scoring.csv", 0);

        assertThat(customers("deviations.csv", 0)).doesNotContainAnyElementsOf(left);
        assertThat(customers("contracts.csv", 1)).doesNotContainAnyElementsOf(left);
    }

    @Test
    void a_set_without_customers_is_refused_with_what_to_give() {
        assertThatThrownBy(() -> LabelledPatterns.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers is 0: give a number from 1 to 100000");
    }

    private static void assertRows(String file, String header, String form) throws IOException {
        String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        List<String> rows = List.of(text.split("\r\n"));
        assertThat(text).endsWith("\r\n");
        assertThat(rows.get(0)).isEqualTo(header);
        assertThat(rows.subList(1, rows.size())).isNotEmpty().allMatch(row -> Pattern.matches(form, row), file);
    }

    private static List<String> customers(String file, int column) throws IOException {
        return lines(file).stream()
                .skip(1)
                .map(row -> List.of(row.split(",", -1)).get(column))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}

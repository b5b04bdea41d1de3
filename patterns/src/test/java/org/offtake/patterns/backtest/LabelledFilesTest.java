package org.offtake.patterns.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.detect.Budget;
import org.offtake.patterns.detect.Kind;
import org.offtake.patterns.detect.OrderDay;

class LabelledFilesTest {
    private static final String ORDERS = "order_date,customer_id,product_group,quantity,unit_price_eur\n";
    private static final String TWO_YEARS = ORDERS + "2024-01-01,C1,A,5,2\n2025-12-31,C2,B,1,1\n";
    private static final String CUSTOMERS = "customer_id,segment,account_manager\n";
    private static final String BOTH = CUSTOMERS + "C1,S0,AM0\nC2,S1,AM1\n";
    private static final String DEVIATIONS = "customer_id,kind,onset_date,direction\n";
    private static final String LEFT = "customer_id\n";

    @TempDir
    private Path folder;

    private LabelledFiles files(String orders, String customers, String deviations, String left) throws IOException {
        return new LabelledFiles(
                Files.writeString(folder.resolve("orders.csv"), orders),
                Files.writeString(folder.resolve("customers.csv"), customers),
                Files.writeString(folder.resolve("deviations.csv"), deviations),
                Files.writeString(folder.resolve("left.csv"), left));
    }

    private static List<OrderDay> ordersOfC1(LabelledSet set) {
        return Objects.requireNonNull(set.customers().get("C1")).orders();
    }

    private static int day(int year, int month, int day) {
        return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }

    @Test
    void the_files_become_order_days_labels_and_who_left() throws IOException {
        LabelledSet set = files(
                        TWO_YEARS + "2024-01-01,C1,A,2,2\n2024-01-01,C1,B,3,1\n2023-12-31,C1,B,1,1\n",
                        "\uFEFF" + BOTH,
                        DEVIATIONS + "C1,STOP,2025-05-08,DOWN\n",
                        LEFT + "C2\n")
                .read();
        assertThat(set.customers().get("C1"))
                .extracting("segment", "accountManager", "orders")
                .containsExactly(
                        "S0",
                        "AM0",
                        List.of(
                                new OrderDay(day(2023, 12, 31), Map.of("B", 1.0)),
                                new OrderDay(day(2024, 1, 1), Map.of("A", 7.0, "B", 3.0))));
        assertThat(set.deviations())
                .isEqualTo(Map.of("C1", new Deviation("C1", "STOP", day(2025, 5, 8), Kind.Direction.DOWN)));
        assertThat(set.excluded()).containsExactly("C2");
        assertThat(set.firstDay()).isEqualTo(day(2023, 12, 31));
        assertThat(set.lastDay()).isEqualTo(day(2025, 12, 31));
    }

    @Test
    void what_came_back_is_not_ordered_and_a_day_with_nothing_left_is_no_order() throws IOException {
        LabelledSet set = files(
                        TWO_YEARS + "2024-02-01,C1,A,5,2\n2024-02-01,C1,B,4,2\n2024-02-01,C1,B,-9,2\n"
                                + "2024-03-01,C1,A,-5,2\n2024-04-01,C1,A,0,2\n2024-05-01,C1,A,3,2\n2024-05-01,C1,A,-3,2\n",
                        BOTH,
                        DEVIATIONS,
                        LEFT)
                .read();
        assertThat(ordersOfC1(set))
                .containsExactly(
                        new OrderDay(day(2024, 1, 1), Map.of("A", 5.0)),
                        new OrderDay(day(2024, 2, 1), Map.of("A", 5.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "01-01-2024,C1,A,5,2|order_date is '01-01-2024', not a date such as 2024-12-31",
                "2024-02-30,C1,A,5,2|order_date is '2024-02-30', not a date",
                "+999999999-12-31,C1,A,5,2|order_date is '+999999999-12-31', not between",
                "0024-01-01,C1,A,5,2|order_date is '0024-01-01', not between",
                ",C1,A,5,2|order_date is '', empty",
                "2024-01-02,,A,5,2|customer_id is '', empty",
                "2024-01-02,C1,,5,2|product_group is '', empty",
                "2024-01-02,C1,A,five,2|quantity is 'five', not a number",
                "2024-01-02,C1,A,NaN,2|quantity is 'NaN', not a number",
                "2024-01-02,C1,A,1e400,2|quantity is '1e400', more than anybody orders",
                "2024-01-02,C1,A,-1e300,2|quantity is '-1e300', more than anybody orders",
                "2024-01-02,C1,A,5,1d|unit_price_eur is '1d', not a number",
            })
    void a_wrong_field_is_told_with_file_line_column_and_what_to_do(String line, String told) throws IOException {
        refused(files(TWO_YEARS + line + "\n", BOTH, DEVIATIONS, LEFT), "orders.csv, line 4: ")
                .withMessageContaining(told)
                .withMessageContaining("correct the line or take it out");
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<LabelledFileException> refused(
            LabelledFiles files, String told) {
        return assertThatExceptionOfType(LabelledFileException.class)
                .isThrownBy(files::read)
                .withMessageContaining(told);
    }

    @Test
    void a_file_that_is_not_there_is_named() throws IOException {
        LabelledFiles files = files(TWO_YEARS, BOTH, DEVIATIONS, LEFT);
        Path nowhere = folder.resolve("nowhere.csv");
        refused(new LabelledFiles(nowhere, files.customers(), files.deviations(), files.excluded()), "nowhere.csv")
                .withMessageContaining("name one that exists");
        refused(new LabelledFiles(files.orders(), files.customers(), nowhere, files.excluded()), "nowhere.csv");
        refused(new LabelledFiles(files.orders(), folder, files.deviations(), files.excluded()), "is no file");
    }

    @Test
    void a_file_without_its_names_is_refused_also_when_it_holds_nothing() throws IOException {
        refused(files("", BOTH, DEVIATIONS, LEFT), "orders.csv does not begin with a line of names (order_date, ");
        refused(files(TWO_YEARS, "", DEVIATIONS, LEFT), "customers.csv does not begin with a line of names");
        refused(files(TWO_YEARS, BOTH, "", LEFT), "deviations.csv does not begin with a line of names");
        refused(files(TWO_YEARS, BOTH.replace(',', ';'), DEVIATIONS, LEFT), "save it as comma-separated text");
        refused(files(TWO_YEARS, BOTH, "foo,bar\n", LEFT), "has no column customer_id among foo, bar: add it");
    }

    @Test
    void orders_that_were_all_sent_back_are_none() throws IOException {
        refused(
                files(ORDERS + "2024-01-01,C1,A,-5,2\n2025-12-31,C2,B,-1,1\n", BOTH, DEVIATIONS, LEFT),
                "holds 0 days on which more was taken than sent back");
    }

    @Test
    void names_alone_are_no_orders_or_no_labels() throws IOException {
        refused(files(ORDERS, BOTH, DEVIATIONS, LEFT), "orders.csv holds 0 orders");
        refused(
                        files(TWO_YEARS, "customer_id,segment,account_manager\n", DEVIATIONS, LEFT),
                        "2 customers, such as C1, are not in")
                .withMessageContaining("add them there, or take their orders out");
        assertThat(files(TWO_YEARS, BOTH, DEVIATIONS, LEFT).read().deviations()).isEmpty();
    }

    @Test
    void a_missing_column_is_named_beside_those_that_are_there() throws IOException {
        refused(files("order_date,customer_id,product_group\n2024-01-01,C1,A\n", BOTH, DEVIATIONS, LEFT), "orders.csv")
                .withMessageContaining("no column quantity among order_date, customer_id, product_group: add it");
        refused(files(TWO_YEARS, "customer_id,segment\nC1,S0\n", DEVIATIONS, LEFT), "no column account_manager");
        refused(files(TWO_YEARS, BOTH, "customer_id,kind\nC1,STOP\n", LEFT), "no column onset_date");
        refused(files(TWO_YEARS, BOTH, DEVIATIONS, "id\nC1\n"), "left.csv has no column customer_id");
    }

    @Test
    void a_line_that_is_broken_off_is_told() throws IOException {
        refused(files(TWO_YEARS + "2024-01-01,C1\n", BOTH, DEVIATIONS, LEFT), "orders.csv")
                .withMessageContaining("4");
        refused(files("a,a\n1,2\n", BOTH, DEVIATIONS, LEFT), "orders.csv");
    }

    @Test
    void a_customer_or_a_deviation_that_stands_there_twice_is_refused() throws IOException {
        refused(files(TWO_YEARS, BOTH + "C1,S1,AM1\n", DEVIATIONS, LEFT), "customers.csv, line 4: customer C1")
                .withMessageContaining("leave one line of it");
        refused(
                files(TWO_YEARS, BOTH, DEVIATIONS + "C1,STOP,2025-05-08,DOWN\nC1,SLOW,2025-06-08,DOWN\n", LEFT),
                "deviations.csv, line 3: a deviation of customer C1");
    }

    @Test
    void a_customer_nobody_knows_is_refused() throws IOException {
        refused(files(TWO_YEARS, CUSTOMERS + "C1,S0,AM0\n", DEVIATIONS, LEFT), "1 customers, such as C2, are not in");
        refused(
                files(TWO_YEARS, BOTH, DEVIATIONS + "C9,STOP,2025-05-08,DOWN\n", LEFT),
                "deviations.csv, line 2: customer C9 is not in");
        refused(files(TWO_YEARS, BOTH, DEVIATIONS, LEFT + "C1\nC8\n"), "left.csv, line 3: customer C8 is not in");
    }

    @Test
    void a_direction_is_up_or_down() throws IOException {
        refused(files(TWO_YEARS, BOTH, DEVIATIONS + "C1,STOP,2025-05-08,down\n", LEFT), "direction is 'down'")
                .withMessageContaining("neither UP nor DOWN");
    }

    @Test
    void a_few_orders_far_from_all_others_are_refused_with_the_days_between() throws IOException {
        String orders = IntStream.range(0, 200)
                .mapToObj(day -> LocalDate.of(2024, 1, 1).plusDays(3L * day) + ",C1,A,5,2\n")
                .collect(Collectors.joining("", ORDERS, ""));
        refused(
                        files(orders + "2027-11-28,C1,A,5,2\n", BOTH, DEVIATIONS, LEFT),
                        "nobody orders between 2025-08-20 and 2027-11-28, and 1 of 201 order days lie after")
                .withMessageContaining("correct the dates that are wrong");
        refused(
                files(orders + "2021-05-01,C1,A,5,2\n", BOTH, DEVIATIONS, LEFT),
                "between 2021-05-01 and 2024-01-01, and 1 of 201 order days lie before");
        assertThat(files(
                                orders + "2025-12-30,C1,A,5,2\n2025-12-31,C1,A,5,2\n2026-01-01,C1,A,5,2\n",
                                BOTH,
                                DEVIATIONS,
                                LEFT)
                        .read()
                        .lastDay())
                .as("more than one percent is another part of the year")
                .isEqualTo(LocalDate.of(2026, 1, 1).toEpochDay());
    }

    @Test
    void a_period_that_is_too_short_or_too_long_is_refused() throws IOException {
        refused(files(ORDERS + "2024-01-01,C1,A,5,2\n", BOTH, DEVIATIONS, LEFT), "goes from 2024-01-01 to 2024-01-01");
        refused(
                        files(TWO_YEARS + "2124-01-01,C1,A,5,2\n", BOTH, DEVIATIONS, LEFT),
                        "goes from 2024-01-01 to 2124-01-01")
                .withMessageContaining("correct the date that is wrong");
    }

    @Test
    void a_million_lines_of_one_customer_are_read_fitted_and_replayed_in_seconds() throws IOException {
        LabelledFiles files = files(ORDERS, CUSTOMERS + "C1,S0,AM0\n", DEVIATIONS, LEFT);
        try (BufferedWriter writer =
                Files.newBufferedWriter(files.orders(), StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
            LocalDate first = LocalDate.of(2024, 1, 1);
            for (int line = 0; line < 1_000_000; line++) {
                writer.write(first.plusDays(line % 731) + ",C1,G" + line % 7 + ",5,2\n");
            }
        }
        long begun = System.nanoTime();
        LabelledSet set = files.read();
        assertThat(ordersOfC1(set)).hasSize(731);
        Map<String, ?> alarms = new Replay(set, set.fit()).alarms(Budget.of(20));
        assertThat(alarms).isEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(30_000_000_000L);
    }
}

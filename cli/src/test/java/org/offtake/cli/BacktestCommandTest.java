package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labelled orders are made from a seed and alarms on them are scored, beside plain rules. */
class BacktestCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void simulate() {
        Answer answer =
                Answer.to("signals", "simulate", "--seed", "7", "--customers", "150", "--to", folder.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).contains("next: ./offtake signals backtest --orders ");
    }

    @Test
    void every_part_of_the_score_is_printed() {
        Answer answer = backtest("--contracts", folder.resolve("contracts.csv").toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "all customers\n",
                        "evidence of at least ",
                        "no order for days ",
                        ", or all quantities dropped",
                        "by kind of deviation\n")
                .contains("every 14 days or more often ", "probability that was told, and how often it was right\n")
                .contains("the three of the week", "contracts: ", "20 % under linear from day 60", "in_80_interval")
                .doesNotContain("NaN", "Infinity");
        assertThat(answer.err())
                .containsSubsequence(" order days of 150 customers; those before ", "replaying ", "following ");
    }

    @Test
    void each_row_is_json_that_says_which_part_it_is_of() {
        Answer answer = backtest("--format", "json");
        assertThat(answer.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"part\":\"") && line.endsWith("}"));
    }

    @ParameterizedTest
    @CsvSource({
        "--threshold, 0, --threshold is 0.0: give a number above 0",
        "--threshold, NaN, --threshold is NaN: give a number above 0",
        "--threshold, abc, 'abc' is no number",
        "--silence, -1, --silence is -1.0: give a number of days above 0",
        "--customers, nowhere.csv, nowhere.csv is not there"
    })
    void a_wrong_option_is_our_mistake_and_says_what_to_give(String option, String value, String told) {
        Answer answer = backtest(option, value);
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err()).contains(told).doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void a_wrong_line_is_told_with_file_and_line() throws IOException {
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(wrong, "customer_id,kind,onset_date,direction\nC00001,STOP,soon,DOWN\n");
        Answer answer = backtest("--deviations", wrong.toString());
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err()).contains("wrong.csv, line 2").contains("onset_date is 'soon'");
    }

    @Test
    void deviations_that_no_scored_day_can_find_are_told_and_count_as_not_found() throws IOException {
        Path labels = folder.resolve("labels.csv");
        List<String> all = Files.readAllLines(folder.resolve("deviations.csv"));
        String first = all.get(1);
        all.set(1, first.replaceFirst("\\d{4}-\\d{2}-\\d{2}", "2001-01-01"));
        Files.write(labels, all);

        String customer = first.substring(0, first.indexOf(','));
        assertThat(backtest().err()).doesNotContain("WARNING");
        assertThat(backtest("--deviations", labels.toString()).err())
                .contains("can find 1 of the " + (all.size() - 1) + " deviations, such as that of " + customer)
                .contains("from 2001-01-01 on: they count as not found");
    }

    @Test
    void without_labels_the_next_step_is_named() {
        Answer answer = Answer.to("signals", "backtest");
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err())
                .contains("--orders FILE, --customers FILE, --deviations FILE, --exclude FILE are missing")
                .contains("--inject SEED");
    }

    /** The files of the simulation, where no other is given. */
    private static Answer backtest(String... given) {
        List<String> arguments = new ArrayList<>(List.of("signals", "backtest"));
        List<List<String>> files = List.of(
                List.of("--orders", "orders.csv"),
                List.of("--customers", "customers.csv"),
                List.of("--deviations", "deviations.csv"),
                List.of("--exclude", "left_before_scoring.csv"));
        files.stream()
                .filter(file -> !Arrays.asList(given).contains(file.get(0)))
                .forEach(file -> {
                    arguments.add(file.get(0));
                    arguments.add(folder.resolve(file.get(1)).toString());
                });
        arguments.addAll(List.of(given));
        return Answer.to(arguments.toArray(String[]::new));
    }
}

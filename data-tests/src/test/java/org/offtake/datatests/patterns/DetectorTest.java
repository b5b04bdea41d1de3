package org.offtake.datatests.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.patterns.backtest.Backtest;
import org.offtake.patterns.backtest.LabelledFiles;
import org.offtake.patterns.backtest.LabelledSet;
import org.offtake.patterns.backtest.Table;
import org.offtake.sample.patterns.LabelledPatterns;

/** On simulated customers the detector keeps its budget of false alarms and finds more than rules of thumb. */
class DetectorTest {
    private static final int CUSTOMERS = 1000;
    private static final double THRESHOLD = 10;
    /** Once in so many customer-years in each direction, per 100 customers a month. */
    private static final double BUDGET = 2 * 100 / (12 * THRESHOLD);

    @TempDir
    private static Path folder;

    private static List<Table> tables = List.of();

    @BeforeAll
    static void replay() throws IOException {
        LabelledPatterns.of(31, CUSTOMERS).writeTo(folder);
        LabelledSet set = new LabelledFiles(
                        folder.resolve("orders.csv"),
                        folder.resolve("customers.csv"),
                        folder.resolve("deviations.csv"),
                        folder.resolve("left_before_scoring.csv"))
                .read();
        tables = Backtest.of(set).tables(THRESHOLD, 90);
    }

    @Test
    void false_alarms_stay_within_their_budget() {
        assertThat(figure(row(0), "false_per_100_a_month")).isLessThanOrEqualTo(BUDGET);
    }

    @Test
    void at_as_many_false_alarms_a_rule_of_thumb_finds_four_fifths_of_it_at_most() {
        double found = figure(row(0), "chance_adjusted_recall");
        assertThat(atAsManyFalseAlarms())
                .filteredOn(row -> !isHybrid(row))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(rule -> figure(rule, "chance_adjusted_recall") <= 0.8 * found);
    }

    @Test
    void where_customers_keep_a_rhythm_a_rule_of_thumb_with_evidence_of_quantities_finds_less_too() {
        double found = figure(row(0), "chance_adjusted_recall");
        assertThat(atAsManyFalseAlarms())
                .filteredOn(DetectorTest::isHybrid)
                .hasSize(1)
                .allMatch(rule -> figure(rule, "chance_adjusted_recall") < found);
    }

    private static List<List<Object>> atAsManyFalseAlarms() {
        return tables.get(0).rows().stream()
                .filter(row -> row.get(0).toString().endsWith("at as many false alarms"))
                .toList();
    }

    private static boolean isHybrid(List<Object> row) {
        return row.get(0).toString().contains("quantities dropped");
    }

    @Test
    void three_in_five_alarms_are_right() {
        assertThat(figure(row(0), "precision")).isGreaterThanOrEqualTo(0.6);
    }

    private static List<Object> row(int index) {
        return tables.get(0).rows().get(index);
    }

    private static double figure(List<Object> row, String column) {
        return ((BigDecimal) row.get(tables.get(0).columns().indexOf(column))).doubleValue();
    }
}

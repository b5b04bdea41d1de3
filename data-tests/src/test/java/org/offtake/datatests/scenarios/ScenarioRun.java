package org.offtake.datatests.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;
import org.offtake.models.TableName;

/** Runs a scenario through the code that works out its subject, and compares what comes out. */
record ScenarioRun(Subject subject, DeclaredTables known, Scenario scenario) {
    /** A double that the page compares with nothing is shown to this many digits. */
    private static final int DIGITS = 6;

    /**
     * The rows compared; the unknown member of a dimension may be left out of a page.
     *
     * @throws ContractException when the page names a table or column that is not there
     */
    Comparison run(SparkSession spark) {
        GivenRows given = new GivenRows(spark, known, scenario);
        refuseUnreadTables();
        Dataset<Row> rows = subject.rows().apply(given, businessDate());
        StructType schema = rows.schema();
        MarkdownTable table = scenario.then().table();
        given.refuseUnknownColumns(table, schema);
        List<String> columns = table.columns().isEmpty() ? Arrays.asList(schema.fieldNames()) : table.columns();
        List<Integer> digits = columns.stream().map(column -> digits(column)).toList();
        List<List<String>> expected = table.rows().stream()
                .map(line -> expected(given, schema, line, digits))
                .toList();
        Comparison all = new Comparison(columns, expected, actual(rows, columns, digits));
        return subject.unknownKey()
                .map(key -> new Comparison(
                        columns, expected, actual(rows.filter(rows.col(key).notEqual(0)), columns, digits)))
                .filter(without -> without.differences() <= all.differences())
                .orElse(all);
    }

    /** What to tell when the rows differ; empty when they are as the page says. */
    Optional<String> failure(SparkSession spark) {
        Comparison comparison = run(spark);
        boolean amongOthers = scenario.then().amongOthers();
        if (comparison.missing().isEmpty()
                && (amongOthers || comparison.surplus().isEmpty())) {
            return Optional.empty();
        }
        Comparison shown = amongOthers ? comparison.shortened() : comparison;
        return Optional.of(scenario.page() + ":" + scenario.then().table().line() + ": "
                + comparison.missing().size() + " expected rows are missing (-)"
                + (amongOthers ? "" : ", " + comparison.surplus().size() + " rows are not expected (+)")
                + shown.sideBySide());
    }

    private void refuseUnreadTables() {
        List<String> read =
                subject.reads().stream().map(TableName::toString).sorted().toList();
        scenario.given().forEach((table, rows) -> {
            if (!subject.reads().contains(table)) {
                throw new ContractException(
                        scenario.page(),
                        rows.line(),
                        subject.name() + " does not read " + table + "." + Nearest.hint(table.toString(), read));
            }
        });
    }

    private LocalDate businessDate() {
        if (subject.namesBusinessDate() && scenario.businessDate().isEmpty()) {
            throw new ContractException(
                    scenario.page(),
                    scenario.then().table().line(),
                    subject.name() + " depends on the day: add `When business_date is 2026-03-01.` to '"
                            + scenario.title() + "'");
        }
        return scenario.businessDate().orElse(LocalDate.EPOCH);
    }

    private List<String> expected(GivenRows given, StructType schema, MarkdownTable.Line line, List<Integer> digits) {
        List<String> columns = scenario.then().table().columns();
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Object value =
                    given.value(schema, columns.get(index), line, line.cells().get(index));
            texts.add(Cell.text(value, digits.get(index)));
        }
        return texts;
    }

    private static List<List<String>> actual(Dataset<Row> rows, List<String> columns, List<Integer> digits) {
        return rows.select(columns.stream().map(rows::col).toArray(Column[]::new)).collectAsList().stream()
                .map(row -> texts(row, digits))
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    private static List<String> texts(Row row, List<Integer> digits) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < row.size(); index++) {
            texts.add(Cell.text(row.get(index), digits.get(index)));
        }
        return texts;
    }

    /** A double is compared to the digits that the page shows of its column. */
    private int digits(String column) {
        MarkdownTable table = scenario.then().table();
        int index = table.columns().indexOf(column);
        return table.rows().stream()
                .mapToInt(line -> Cell.digits(line.cells().get(index)))
                .max()
                .orElse(DIGITS);
    }
}

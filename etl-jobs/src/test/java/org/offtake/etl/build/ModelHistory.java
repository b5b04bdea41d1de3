package org.offtake.etl.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * One model over time: its inputs are random rows of their contracts, changed step by step, and its table is built from
 * what changed.
 *
 * <p>An input that is itself a model's table changes by itself here, so that no other input tells of the same change.
 */
final class ModelHistory implements Tables {
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 29);
    private static final int ROWS = 12;
    /** Of rows that a model leaves most of out there are more, until it gives a few. */
    private static final int LEAST = 4;

    private static final int MORE = 8;

    private final SparkSession spark;
    private final Model model;
    private final Map<TableName, ChangingRows> inputs = new TreeMap<>();
    private final Set<Hearing> unproven;
    private Optional<OneAnalysis> analysis = Optional.empty();
    private BuiltRows built;

    /** @param unproven the losses of hearing to look for; those that it shows are taken out */
    ModelHistory(SparkSession spark, Library library, Model model, Random random, Set<Hearing> unproven) {
        this.spark = spark;
        this.model = model;
        this.unproven = unproven;
        boolean infers = !model.inferredFrom().isEmpty();
        Vocabulary vocabulary = new Vocabulary(random, infers ? Vocabulary.MANY : Vocabulary.FEW, model.sql());
        model.reads().forEach(table -> inputs.put(table, rows(Shape.of(library, table), vocabulary)));
        this.built = full();
        for (int more = 0; more < MORE && built.rows().size() < LEAST; more++) {
            inputs.values().forEach(ChangingRows::grow);
            this.built = full();
        }
    }

    @Override
    public SparkSession spark() {
        return spark;
    }

    @Override
    public Dataset<Row> read(TableName table) {
        return rows(table, current(table));
    }

    List<TableName> inputs() {
        return List.copyOf(inputs.keySet());
    }

    /** The losses of hearing that have left the table right at every step so far. */
    Set<Hearing> unproven() {
        return unproven;
    }

    /**
     * Changes some of the inputs and builds from that; gives how the table differs from one full build, if it does.
     *
     * @param seenOnly whether a change that cannot be seen in the table is passed over
     */
    Optional<String> step(List<TableName> tables, int changes, boolean seenOnly) {
        Map<TableName, Hearing.Images> changed = new TreeMap<>();
        for (TableName table : tables) {
            List<Row> before = current(table);
            input(table).change(changes);
            List<Row> after = current(table);
            if (!before.equals(after)) {
                changed.put(table, new Hearing.Images(without(table, before, after), without(table, after, before)));
            }
        }
        BuiltRows full = full();
        boolean isSeen = !built.equalTo(full);
        if (seenOnly && !isSeen) {
            return Optional.empty();
        }
        Optional<Dataset<Row>> members = members();
        ChangedUnits units = Hearing.WHOLE.of(model, changed, this, members);
        BuiltRows now = built.replaced(units, partly(units, full), spark);
        unproven.removeIf(hearing -> hearing.missesAny(changed.keySet())
                && isSeen
                && !built.replaced(hearing.of(model, changed, this, members), full, spark)
                        .equalTo(full));
        built = full;
        return now.equalTo(full) ? Optional.empty() : Optional.of(now.difference(full));
    }

    private Optional<Dataset<Row>> members() {
        return model.inferredFrom().isEmpty()
                ? Optional.empty()
                : Optional.of(spark.createDataFrame(built.rows(), DeclaredTables.schema(model.columns())));
    }

    private BuiltRows partly(ChangedUnits units, BuiltRows full) {
        return units instanceof ChangedUnits.Some some
                ? new BuiltRows(
                        model,
                        new Candidates(model, this, TODAY)
                                .of(Optional.of(some.units()))
                                .collectAsList())
                : full;
    }

    private BuiltRows full() {
        Map<TableName, Dataset<Row>> rows = new TreeMap<>();
        inputs.keySet().forEach(table -> rows.put(table, read(table)));
        if (analysis.isEmpty()) {
            Dataset<Row> full = new Candidates(model, new TablesOfRows(spark, rows), TODAY).of(Optional.empty());
            analysis = isAnalysedByItsContractAlone() ? OneAnalysis.of(full, rows) : Optional.empty();
            return new BuiltRows(model, full.collectAsList());
        }
        return new BuiltRows(model, analysis.get().over(spark, rows).collectAsList());
    }

    /** What is made in Java, or kept as history, looks at rows before there is a query. */
    private boolean isAnalysedByItsContractAlone() {
        return model.madeBy().isEmpty() && !(model.load() instanceof LoadRule.KeepHistory);
    }

    /** What is made by the detector needs rows that hold a pattern. */
    private ChangingRows rows(Shape shape, Vocabulary vocabulary) {
        if (model.madeBy().isEmpty()) {
            return new RandomRows(shape, vocabulary).insert(ROWS);
        }
        return ContractRows.holds(shape) ? new ContractRows(shape, vocabulary) : new PatternRows(shape, vocabulary);
    }

    private ChangingRows input(TableName table) {
        return Objects.requireNonNull(inputs.get(table), table::toString);
    }

    private List<Row> current(TableName table) {
        ChangingRows input = input(table);
        String[] columns = input.shape().schema().fieldNames();
        return input.accepted().stream().map(values -> row(columns, values)).toList();
    }

    private static Row row(String[] columns, Map<String, Object> values) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(values.get(column));
        }
        return RowFactory.create(cells.toArray());
    }

    private Dataset<Row> without(TableName table, List<Row> rows, List<Row> others) {
        return rows(table, rows.stream().filter(row -> !others.contains(row)).toList());
    }

    private Dataset<Row> rows(TableName table, List<Row> rows) {
        return spark.createDataFrame(rows, input(table).shape().schema());
    }
}

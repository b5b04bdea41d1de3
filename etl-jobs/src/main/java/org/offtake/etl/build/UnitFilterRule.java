package org.offtake.etl.build;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.ContractException;

/**
 * Refuses a {@code by} that cuts through what an aggregate or a window puts together: a filter on two made-up units is
 * laid on the SELECT, and must have been carried below every aggregate and every window.
 */
final class UnitFilterRule {
    private UnitFilterRule() {}

    static void check(Path file, List<String> by, Dataset<Row> selected) {
        List<String> missing = by.stream()
                .filter(name -> !List.of(selected.columns()).contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new ContractException(file, "`by` names " + missing + ", which the SELECT does not give: select it");
        }
        List<Row> units = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> unit(by, selected, number))
                .toList();
        Dataset<Row> filtered = new UnitSet.Literals(by, units).of(selected);
        LogicalPlan optimised = SelectRules.execution(filtered).optimizedPlan();
        Set<String> stuck = new TreeSet<>();
        for (LogicalPlan node : Plans.nodes(optimised)) {
            if (node instanceof Filter filter && standsAboveWhole(filter)) {
                stuck.addAll(columnsOf(by, selected, filter));
            }
        }
        if (!stuck.isEmpty()) {
            throw new ContractException(
                    file,
                    "`by` names " + stuck + ", but an aggregate or a window puts rows of several units together, so"
                            + " one unit cannot be worked out alone: group and partition by " + stuck
                            + ", or take a column for `by` that they group and partition by");
        }
    }

    private static boolean standsAboveWhole(Filter filter) {
        return Plans.nodes(filter.child()).stream()
                .anyMatch(node -> node instanceof Aggregate || node instanceof Window);
    }

    private static Row unit(List<String> by, Dataset<Row> selected, int number) {
        List<Object> values = new ArrayList<>();
        for (String name : by) {
            values.add(mark(selected.schema().apply(name).dataType(), 100 * (values.size() + 1) + number));
        }
        return RowFactory.create(values.toArray());
    }

    /** A value that no SELECT writes down itself. */
    private static Object mark(DataType type, int number) {
        if (type instanceof StringType) {
            return "a made-up unit " + number;
        }
        if (type instanceof DateType) {
            return LocalDate.ofEpochDay(-200_000L - number);
        }
        if (type instanceof TimestampType) {
            return Instant.ofEpochSecond(-20_000_000_000L - number);
        }
        if (type instanceof DecimalType) {
            return new BigDecimal(31_000 + number);
        }
        return 31_000 + number;
    }

    /** The columns of {@code by} whose made-up values stand in the filter. */
    private static Set<String> columnsOf(List<String> by, Dataset<Row> selected, Filter filter) {
        Set<String> literals = new TreeSet<>();
        Plans.walk(filter.condition(), List.of(), (each, above) -> {
            if (each instanceof Literal literal) {
                literals.add(literal.toString());
            }
        });
        Set<String> columns = new TreeSet<>();
        for (int index = 0; index < by.size(); index++) {
            String name = by.get(index);
            Object mark = mark(selected.schema().apply(name).dataType(), 100 * (index + 1) + 1);
            if (literals.stream().anyMatch(text -> text.equals(shown(mark)))) {
                columns.add(name);
            }
        }
        return columns;
    }

    private static String shown(Object mark) {
        return Literal$.MODULE$.apply(mark).toString();
    }
}

package org.offtake.etl.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The units of work that changed: few of them as a condition with literals, which reaches the files, many as a join.
 *
 * <p>Null is a unit like any other.
 */
public sealed interface UnitSet {
    List<String> columns();

    /** The rows whose unit is in the set. */
    Dataset<Row> of(Dataset<Row> rows);

    /** The same of the rows of a stored table, where a condition need not be carried down to the files. */
    Dataset<Row> ofStored(Dataset<Row> rows);

    /** The rows whose unit, given by one SQL expression per unit column, is in the set. */
    Dataset<Row> of(Dataset<Row> rows, List<String> expressions);

    /** The rows whose unit is not in the set. */
    Dataset<Row> notOf(Dataset<Row> rows);

    /** The units themselves, one row each. */
    Dataset<Row> distinct(SparkSession spark);

    /** The set as an SQL condition, where it can be written as one. */
    String condition();

    /** Whether it is known to hold no unit. */
    default boolean isEmpty() {
        return false;
    }

    /** A condition on several columns names each unit by itself, and so does not reach as far. */
    int MOST_OF_SEVERAL_COLUMNS = 200;

    /** The distinct units of the rows as literals, or nothing when there are more than the limit. */
    static Optional<UnitSet> literals(List<String> columns, Dataset<Row> rows, int limit) {
        int most = columns.size() == 1 ? limit : Math.min(limit, MOST_OF_SEVERAL_COLUMNS);
        return collected(named(columns, rows), most).map(units -> new Literals(columns, units));
    }

    /** The distinct rows, or nothing when there are more than the limit. */
    static Optional<List<Row>> collected(Dataset<Row> rows, int limit) {
        List<Row> units = rows.distinct().limit(limit + 1).collectAsList();
        return units.size() > limit ? Optional.empty() : Optional.of(units);
    }

    /** The distinct units of the rows, joined when used. */
    static UnitSet rows(List<String> columns, Dataset<Row> rows) {
        return new Rows(columns, named(columns, rows).distinct());
    }

    private static Dataset<Row> named(List<String> columns, Dataset<Row> rows) {
        return rows.select(columns.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new));
    }

    /** Units written out as literals. */
    record Literals(List<String> columns, List<Row> units) implements UnitSet {
        private static final int MANY = 500;

        @Override
        public boolean isEmpty() {
            return units.isEmpty();
        }

        @Override
        public Dataset<Row> distinct(SparkSession spark) {
            if (units.isEmpty()) {
                return spark.emptyDataFrame();
            }
            return spark.createDataFrame(units, units.get(0).schema());
        }

        @Override
        public Dataset<Row> of(Dataset<Row> rows) {
            return rows.filter(
                    isIn(columns.stream().map(name -> "`" + name + "`").toList()));
        }

        /** Many of them are joined: each plan that they are part of would be told with all of them. */
        @Override
        public Dataset<Row> ofStored(Dataset<Row> rows) {
            return units.size() < MANY ? of(rows) : new Rows(columns, distinct(rows.sparkSession())).of(rows);
        }

        @Override
        public Dataset<Row> of(Dataset<Row> rows, List<String> expressions) {
            return rows.filter(
                    isIn(expressions.stream().map(text -> "(" + text + ")").toList()));
        }

        @Override
        public Dataset<Row> notOf(Dataset<Row> rows) {
            return rows.filter(not(
                    coalesce(isIn(columns.stream().map(name -> "`" + name + "`").toList()), lit(false))));
        }

        /** Of one column a set that is looked up; as a text, Spark's parser would have to read each value. */
        private Column isIn(List<String> values) {
            if (columns.size() != 1 || units.isEmpty()) {
                return expr(condition(values));
            }
            Column value = expr(values.get(0));
            Set<Object> known = units.stream()
                    .filter(unit -> !unit.isNullAt(0))
                    .map(unit -> unit.get(0))
                    .collect(Collectors.toSet());
            Column in = ValueSet.of(known).map(set -> set.holds(value)).orElseGet(() -> value.isin(known.toArray()));
            return known.size() < units.size() ? in.or(value.isNull()) : in;
        }

        @Override
        public String condition() {
            return condition(columns.stream().map(name -> "`" + name + "`").toList());
        }

        private String condition(List<String> values) {
            if (units.isEmpty()) {
                return "false";
            }
            if (columns.size() == 1) {
                return oneValue(values.get(0));
            }
            return units.stream()
                    .map(unit -> IntStream.range(0, columns.size())
                            .mapToObj(index -> values.get(index) + " <=> " + literal(unit.get(index)))
                            .collect(Collectors.joining(" and ", "(", ")")))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        private String oneValue(String column) {
            List<String> values = new ArrayList<>();
            boolean withNull = false;
            for (Row unit : units) {
                if (unit.isNullAt(0)) {
                    withNull = true;
                    continue;
                }
                values.add(literal(unit.get(0)));
            }
            String in = values.isEmpty() ? "false" : column + " in (" + String.join(", ", values) + ")";
            return withNull ? "(" + in + " or " + column + " is null)" : in;
        }

        private static String literal(@Nullable Object value) {
            if (value == null) {
                return "null";
            }
            if (value instanceof String text) {
                // a dollar sign is written as its number, so that no text is taken for a variable of the session
                return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("$", "\\u0024") + "'";
            }
            if (value instanceof LocalDate) {
                return "date'" + value + "'";
            }
            if (value instanceof Instant instant) {
                return "timestamp'" + instant + "'";
            }
            if (value instanceof BigDecimal number) {
                return number.toPlainString() + "bd";
            }
            return value.toString();
        }
    }

    /** Units held as rows. */
    record Rows(List<String> columns, Dataset<Row> units) implements UnitSet {
        @Override
        public Dataset<Row> ofStored(Dataset<Row> rows) {
            return of(rows);
        }

        @Override
        public Dataset<Row> distinct(SparkSession spark) {
            return units;
        }

        @Override
        public Dataset<Row> of(Dataset<Row> rows) {
            return rows.join(broadcast(renamed()), matches(rows), "left_semi");
        }

        @Override
        public Dataset<Row> of(Dataset<Row> rows, List<String> expressions) {
            Column[] values = expressions.stream().map(text -> expr(text)).toArray(Column[]::new);
            Column matches = IntStream.range(0, values.length)
                    .mapToObj(index -> values[index].eqNullSafe(col("`_unit_" + columns.get(index) + "`")))
                    .reduce(Column::and)
                    .orElseThrow();
            return rows.join(broadcast(renamed()), matches, "left_semi");
        }

        @Override
        public Dataset<Row> notOf(Dataset<Row> rows) {
            return rows.join(broadcast(renamed()), matches(rows), "left_anti");
        }

        @Override
        public String condition() {
            throw new IllegalStateException("too many units to write as a condition");
        }

        private Dataset<Row> renamed() {
            return units.toDF(columns.stream().map(name -> "_unit_" + name).toArray(String[]::new));
        }

        private Column matches(Dataset<Row> rows) {
            return columns.stream()
                    .map(name -> rows.col("`" + name + "`").eqNullSafe(col("`_unit_" + name + "`")))
                    .reduce(Column::and)
                    .orElseThrow();
        }
    }
}

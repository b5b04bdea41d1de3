package org.offtake.etl.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.models.Check;
import org.offtake.models.ColumnType;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** What the contract of a model says of every row, held against rows, in one pass and one look per key. */
public record ContractChecks(Model model) {
    private record Rule(String text, String broken, String because, boolean stops) {}

    /**
     * The broken rules.
     *
     * @param rows the rows to check: those of whole units
     * @param target gives the rows of a dimension that a key points to
     */
    public List<Finding> of(Dataset<Row> rows, Function<TableName, Dataset<Row>> target) {
        List<Finding> findings = new ArrayList<>(rowRules(rows));
        findings.addAll(grain(rows));
        model.columns().forEach(column -> column.type()
                .pointsTo()
                .ifPresent(dimension -> findings.addAll(key(rows, column.name(), dimension, target.apply(dimension)))));
        return findings;
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        model.columns().stream()
                .filter(column -> !column.optional())
                .forEach(column -> rules.add(new Rule(
                        column.name() + " is given",
                        "`" + column.name() + "` is null",
                        "the contract does not call it optional",
                        true)));
        model.checks()
                .forEach(check -> rules.add(new Rule(
                        check.condition(),
                        "not coalesce(" + check.condition() + ", true)",
                        check.because(),
                        check.severity() == Check.Severity.MUST)));
        return rules;
    }

    private List<Finding> rowRules(Dataset<Row> rows) {
        List<Rule> rules = rules();
        if (rules.isEmpty()) {
            return List.of();
        }
        Row counted = aggregate(
                rows,
                rules.stream()
                        .map(rule -> expr("count_if(" + rule.broken() + ")"))
                        .toList());
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            long broken = counted.getLong(index);
            if (broken > 0) {
                Rule rule = rules.get(index);
                findings.add(new Finding(
                        model.table(), rule.text(), rule.because(), broken, first(rows, rule), rule.stops()));
            }
        }
        return findings;
    }

    private static Row aggregate(Dataset<Row> rows, List<Column> columns) {
        return rows.agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new))
                .first();
    }

    /** Asked for only when a rule is broken: naming a row costs more than counting all. */
    private String first(Dataset<Row> rows, Rule rule) {
        return rows.filter(rule.broken())
                .selectExpr("min(" + grainText() + ")")
                .first()
                .getString(0);
    }

    private List<Finding> grain(Dataset<Row> rows) {
        Dataset<Row> twins = rows.groupBy(
                        model.grain().stream().map(name -> col(name)).toArray(Column[]::new))
                .agg(count(lit(1)).as("_rows"))
                .filter(col("_rows").gt(1));
        Row found = twins.selectExpr("count(*)", "min(" + grainText() + ")").first();
        return found.getLong(0) == 0
                ? List.of()
                : List.of(new Finding(
                        model.table(),
                        "unique " + String.join(", ", model.grain()),
                        "the grain names one row",
                        found.getLong(0),
                        found.getString(1),
                        true));
    }

    private List<Finding> key(Dataset<Row> rows, String column, TableName dimension, Dataset<Row> members) {
        String key = Stream.of(members.columns())
                .filter(name -> name.endsWith(ColumnType.Kind.KEY.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        Row found = rows.filter(col(column).isNotNull())
                .join(members.select(col(key).as("_member")), col(column).equalTo(col("_member")), "left_anti")
                .selectExpr("count(*)", "cast(min(`" + column + "`) as string)")
                .first();
        return found.getLong(0) == 0
                ? List.of()
                : List.of(new Finding(
                        model.table(),
                        column + " is a row of " + dimension,
                        "a key without its row loses the fact in every join; build " + dimension + " first",
                        found.getLong(0),
                        found.getString(1),
                        true));
    }

    private String grainText() {
        return model.grain().stream()
                .map(name -> "coalesce(cast(`" + name + "` as string), '')")
                .collect(Collectors.joining(", ", "concat_ws('/', ", ")"));
    }
}

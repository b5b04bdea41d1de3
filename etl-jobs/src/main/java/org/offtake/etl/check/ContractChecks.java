package org.offtake.etl.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
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

/** What the contract of a model says of every row, held against rows in one query. */
public record ContractChecks(Model model) {
    /** What holds, and of which rows it does not; that is empty for what is not said of single rows. */
    private record Rule(String text, String broken, String because, boolean stops) {}

    /** The broken rules of rows among which are all of every grain they have. */
    public List<Finding> of(Dataset<Row> rows, Function<TableName, Dataset<Row>> target) {
        return of(rows, rows, target);
    }

    /**
     * The broken rules.
     *
     * @param rows the rows to check
     * @param ofGrains all rows, wherever they stand, that have the grain of one of these
     * @param target gives the rows of a dimension that a key points to
     */
    List<Finding> of(Dataset<Row> rows, Dataset<Row> ofGrains, Function<TableName, Dataset<Row>> target) {
        List<Rule> rules = new ArrayList<>(rowRules());
        Dataset<Row> twins = twins(ofGrains, rules.size());
        Dataset<Row> counts = rules.isEmpty() ? twins : broken(rows, rules).unionAll(twins);
        rules.add(new Rule("unique " + String.join(", ", model.grain()), "", "the grain names one row", true));
        for (org.offtake.models.Column column : model.columns()) {
            if (column.type().pointsTo().isPresent()) {
                TableName dimension = column.type().pointsTo().get();
                counts = counts.unionAll(strays(rows, column.name(), target.apply(dimension), rules.size()));
                rules.add(keyRule(column.name(), dimension));
            }
        }
        return counts.filter("broken > 0").collectAsList().stream()
                .sorted(Comparator.comparingInt((Row count) -> count.getInt(0)))
                .map(count -> finding(rows, rules.get(count.getInt(0)), count))
                .toList();
    }

    private List<Rule> rowRules() {
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

    private static Rule keyRule(String column, TableName dimension) {
        return new Rule(
                column + " is a row of " + dimension,
                "",
                "a key without its row loses the fact in every join; build " + dimension + " first",
                true);
    }

    private Finding finding(Dataset<Row> rows, Rule rule, Row count) {
        String first = rule.broken().isEmpty() ? count.getString(2) : first(rows, rule);
        return new Finding(model.table(), rule.text(), rule.because(), count.getLong(1), first, rule.stops());
    }

    /** Asked for only when a rule is broken: naming a row costs more than counting all. */
    private String first(Dataset<Row> rows, Rule rule) {
        return rows.filter(rule.broken())
                .selectExpr("min(" + grainText() + ")")
                .first()
                .getString(0);
    }

    /** The number of each rule of single rows, and how many break it. */
    private static Dataset<Row> broken(Dataset<Row> rows, List<Rule> rules) {
        List<Column> counts = new ArrayList<>();
        StringBuilder stack = new StringBuilder("stack(" + rules.size());
        for (int index = 0; index < rules.size(); index++) {
            counts.add(expr("count_if(" + rules.get(index).broken() + ")").as("_rule" + index));
            stack.append(", " + index + ", _rule" + index + ", cast(null as string)");
        }
        return rows.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                .selectExpr(stack + ") as (number, broken, first)");
    }

    /** How many grains name several rows. */
    private Dataset<Row> twins(Dataset<Row> rows, int number) {
        return rows.groupBy(model.grain().stream().map(name -> col(name)).toArray(Column[]::new))
                .agg(count(lit(1)).as("_rows"))
                .filter(col("_rows").gt(1))
                .selectExpr(number + " as number", "count(*) as broken", "min(" + grainText() + ") as first");
    }

    /** How many rows have a key that is no member's. */
    private static Dataset<Row> strays(Dataset<Row> rows, String column, Dataset<Row> members, int number) {
        String key = Stream.of(members.columns())
                .filter(name -> name.endsWith(ColumnType.Kind.KEY.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        return rows.filter(col(column).isNotNull())
                .join(members.select(col(key).as("_member")), col(column).equalTo(col("_member")), "left_anti")
                .selectExpr(
                        number + " as number", "count(*) as broken", "cast(min(`" + column + "`) as string) as first");
    }

    private String grainText() {
        return model.grain().stream()
                .map(name -> "coalesce(cast(`" + name + "` as string), '')")
                .collect(Collectors.joining(", ", "concat_ws('/', ", ")"));
    }
}

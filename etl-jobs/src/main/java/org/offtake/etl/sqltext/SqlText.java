package org.offtake.etl.sqltext;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.offtake.models.ContractException;
import org.offtake.models.TableName;
import scala.jdk.javaapi.CollectionConverters;

/** The SQL of one model; Spark's own parser tells which tables it reads. */
public record SqlText(String origin, String sql) {
    /** Of the models and assertions of this process, which are read some ten times a run; a parse takes as long as a small query. */
    private static final Map<String, Named> KNOWN = new ConcurrentHashMap<>();

    private static final Pattern TABLE = Pattern.compile("\\b(bronze|seed|silver|gold|mart)\\.([a-z][a-z0-9_]*)\\b");

    private record Named(Set<TableName> tables, Set<String> unknown) {
        static Named in(LogicalPlan plan) {
            Set<String> relations = new TreeSet<>();
            collect(plan, relations);
            Set<String> steps = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            collectSteps(plan, steps);
            return new Named(
                    relations.stream()
                            .filter(name -> name.contains("."))
                            .map(TableName::parse)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    relations.stream()
                            .filter(name -> !name.contains(".") && !steps.contains(name))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** The tables the SELECT reads, without its own named steps. */
    public Set<TableName> reads() {
        return Collections.unmodifiableSet(named().tables());
    }

    /** Names it reads from that are neither tables with a layer nor its own named steps. */
    public Set<String> unknown() {
        return Collections.unmodifiableSet(named().unknown());
    }

    /** The SELECT with each table replaced by the name of a view. */
    public String bind(Map<TableName, String> views) {
        Set<TableName> reads = reads();
        Matcher matcher = TABLE.matcher(sql);
        return matcher.replaceAll(match -> {
            TableName table = TableName.parse(match.group());
            String view = views.get(table);
            return !reads.contains(table) || view == null ? Matcher.quoteReplacement(match.group()) : view;
        });
    }

    /**
     * The SELECT run over given rows.
     *
     * @param prefix of the views that stand for the tables; one prefix, one use at a time
     * @throws ContractException when it cannot be run over these rows, with its origin and what is wrong
     */
    public Dataset<Row> over(
            SparkSession spark, String prefix, Function<TableName, Dataset<Row>> rows, Map<String, Object> parameters) {
        Map<TableName, String> views = new TreeMap<>();
        for (TableName table : reads()) {
            String view = view(prefix, table);
            rows.apply(table).createOrReplaceTempView(view);
            views.put(table, view);
        }
        try {
            return parameters.isEmpty() ? spark.sql(bind(views)) : spark.sql(bind(views), parameters);
        } catch (Exception wrong) { // AnalysisException is checked in Spark, and undeclared
            if (wrong instanceof AnalysisException analysis) {
                throw new ContractException(Path.of(origin), analysis.getSimpleMessage());
            }
            throw wrong;
        }
    }

    /** The name of the view that stands for a table. */
    public static String view(String prefix, TableName table) {
        return prefix + "__" + table.layer().sqlName() + "_" + table.name();
    }

    private Named named() {
        return KNOWN.computeIfAbsent(sql, text -> Named.in(parse()));
    }

    private LogicalPlan parse() {
        try {
            return CatalystSqlParser$.MODULE$.parsePlan(sql);
        } catch (Exception broken) { // Spark's ParseException is checked, and undeclared
            throw new IllegalArgumentException(origin + ": " + broken.getMessage(), broken);
        }
    }

    private static void collectSteps(LogicalPlan plan, Set<String> steps) {
        if (plan instanceof UnresolvedWith with) {
            CollectionConverters.asJava(with.cteRelations()).forEach(step -> {
                steps.add(step._1());
                collectSteps(step._2(), steps);
            });
        }
        CollectionConverters.asJava(plan.children()).forEach(child -> collectSteps(child, steps));
    }

    private static void collect(LogicalPlan plan, Set<String> relations) {
        if (plan instanceof UnresolvedRelation relation) {
            relations.add(String.join(".", CollectionConverters.asJava(relation.multipartIdentifier())));
            return;
        }
        if (plan instanceof UnresolvedWith with) {
            CollectionConverters.asJava(with.cteRelations()).forEach(step -> collect(step._2(), relations));
        }
        CollectionConverters.asJava(plan.children()).forEach(child -> collect(child, relations));
        CollectionConverters.asJava(plan.expressions()).forEach(expression -> collect(expression, relations));
    }

    private static void collect(Expression expression, Set<String> relations) {
        if (expression instanceof SubqueryExpression subquery) {
            collect(subquery.plan(), relations);
        }
        CollectionConverters.asJava(expression.children()).forEach(child -> collect(child, relations));
    }
}

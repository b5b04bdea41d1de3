package org.offtake.etl.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.CentralMomentAgg;
import org.apache.spark.sql.catalyst.expressions.aggregate.Covariance;
import org.apache.spark.sql.catalyst.expressions.aggregate.ListAgg;
import org.apache.spark.sql.catalyst.expressions.aggregate.PearsonCorrelation;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.types.DataTypes;
import org.offtake.models.ContractException;
import org.offtake.models.Model;

/** Refuses what gives another result when the same rows come in another order or at another time. */
final class RepeatableRule {
    private static final Set<String> CLOCKS = Set.of(
            "CurrentDate",
            "CurrentTime",
            "CurrentTimestamp",
            "Now",
            "LocalTimestamp",
            "CurrentUser",
            "CurrentTimeZone");
    private static final Set<String> ANY_ORDER = Set.of(
            "First",
            "Last",
            "AnyValue",
            "CollectList",
            "CollectSet",
            "ListAgg",
            "Mode",
            "MaxBy",
            "MinBy",
            "ApproximatePercentile");
    /** What makes a collected list the same again, whatever order it was collected in. */
    private static final Set<String> SETTLES = Set.of("SortArray", "Size", "ArrayMin", "ArrayMax");

    private RepeatableRule() {}

    static void check(Model model, LogicalPlan analysed) {
        for (LogicalPlan node : Plans.nodes(analysed)) {
            if (node instanceof GlobalLimit || node instanceof Sample) {
                throw new ContractException(
                        model.file(),
                        "takes only some of the rows (limit or tablesample), and which ones they are depends on the"
                                + " order they come in: number them with row_number over an order that ends in an id");
            }
            Plans.list(node.expressions())
                    .forEach(expression ->
                            Plans.walk(expression, List.of(), (each, above) -> refuse(model, each, above)));
        }
    }

    private static void refuse(Model model, Expression expression, List<Expression> above) {
        String name = expression.getClass().getSimpleName();
        if (CLOCKS.contains(name)) {
            throw problem(model, expression, "tells of the run and not of the data: use :business_date");
        }
        if (ANY_ORDER.contains(name)) {
            if (!isOrdered(expression, above)) {
                throw problem(
                        model,
                        expression,
                        "depends on the order in which rows come: use min or max, also of a struct that ends in an id,"
                                + " or sort_array over a collected list");
            }
            return;
        }
        if (sumsDoubles(expression)) {
            throw problem(
                    model,
                    expression,
                    "adds doubles, and the last digit of that sum depends on the order in which rows come: cast to"
                            + " decimal first");
        }
        if (isRandom(expression)) {
            throw problem(model, expression, "gives something else each time");
        }
    }

    /** A window's order is held to its own rule, and a list may be sorted once it is collected. */
    private static boolean isOrdered(Expression function, List<Expression> above) {
        if (function instanceof ListAgg texts && texts.orderExpressions().nonEmpty()) {
            return true;
        }
        Optional<Expression> outer = above.stream()
                .filter(each -> !(each instanceof AggregateExpression))
                .findFirst();
        return outer.filter(each -> each instanceof WindowExpression
                        || SETTLES.contains(each.getClass().getSimpleName()))
                .isPresent();
    }

    private static boolean sumsDoubles(Expression expression) {
        if (expression instanceof Sum || expression instanceof Average) {
            return Plans.list(expression.children()).stream()
                    .anyMatch(child -> child.dataType().equals(DataTypes.DoubleType)
                            || child.dataType().equals(DataTypes.FloatType));
        }
        return expression instanceof CentralMomentAgg
                || expression instanceof Covariance
                || expression instanceof PearsonCorrelation;
    }

    private static boolean isRandom(Expression expression) {
        return !expression.deterministic()
                && Plans.list(expression.children()).stream().allMatch(Expression::deterministic);
    }

    private static ContractException problem(Model model, Expression expression, String why) {
        return new ContractException(model.file(), expression.sql() + " " + why);
    }
}

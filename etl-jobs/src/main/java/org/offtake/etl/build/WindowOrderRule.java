package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RowFrame$;
import org.apache.spark.sql.catalyst.expressions.SpecifiedWindowFrame;
import org.apache.spark.sql.catalyst.expressions.UnboundedFollowing$;
import org.apache.spark.sql.catalyst.expressions.UnboundedPreceding$;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.Model;

/**
 * Refuses a window whose order leaves open which of two rows comes first, where the result depends on it.
 *
 * <p>The columns of {@code partition by} and {@code order by} together must hold a set of columns that names a row: the
 * key of an entity (with its effective time where its history is kept), the grain of a model or a seed, the columns of a
 * {@code group by}; or the grain of this very model. That a join multiplies the rows it looks up is not seen.
 */
final class WindowOrderRule {
    private static final Set<String> BY_ORDER = Set.of(
            "RowNumber", "NTile", "Lag", "Lead", "NthValue", "First", "Last", "AnyValue", "CollectList", "ListAgg");

    private WindowOrderRule() {}

    static void check(Model model, Library library, LogicalPlan analysed) {
        for (LogicalPlan node : Plans.nodes(analysed)) {
            if (node instanceof Window window && !isTotal(model, library, window)) {
                Plans.list(window.windowExpressions())
                        .forEach(expression -> Plans.walk(
                                (Expression) expression, List.of(), (each, above) -> refuse(model, each, window)));
            }
        }
    }

    private static void refuse(Model model, Expression expression, Window window) {
        if (expression instanceof WindowExpression over && dependsOnOrder(over)) {
            throw new ContractException(
                    model.file(),
                    over.windowFunction().sql() + " over (order by "
                            + Plans.list(window.orderSpec()).stream()
                                    .map(order -> order.child().sql())
                                    .toList()
                            + ") leaves open which of two rows comes first: end the order with a column that no two"
                            + " rows share, such as "
                            + model.grain().get(model.grain().size() - 1));
        }
    }

    private static boolean dependsOnOrder(WindowExpression over) {
        List<String> functions = new ArrayList<>();
        Plans.walk(
                over.windowFunction(),
                List.of(),
                (each, above) -> functions.add(each.getClass().getSimpleName()));
        if (functions.stream().anyMatch(BY_ORDER::contains)) {
            return true;
        }
        boolean aggregates = functions.contains("AggregateExpression");
        return aggregates
                && over.windowSpec().frameSpecification() instanceof SpecifiedWindowFrame frame
                && frame.frameType().equals(RowFrame$.MODULE$)
                && !(frame.lower().equals(UnboundedPreceding$.MODULE$)
                        && frame.upper().equals(UnboundedFollowing$.MODULE$));
    }

    private static boolean isTotal(Model model, Library library, Window window) {
        Set<Long> numbers = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        List<Expression> columns = new ArrayList<>(Plans.list(window.partitionSpec()));
        Plans.list(window.orderSpec()).forEach(order -> columns.add(order.child()));
        columns.forEach(column -> collect(column, numbers, names));
        return names.containsAll(model.grain())
                || new UniqueColumns(library).of(window.child()).stream().anyMatch(numbers::containsAll);
    }

    private static void collect(Expression column, Set<Long> numbers, Set<String> names) {
        if (column instanceof Attribute attribute) {
            numbers.add(Plans.number(attribute));
            names.add(attribute.name());
        }
        if (column instanceof CreateNamedStruct struct) {
            Plans.list(struct.valExprs()).forEach(value -> collect(value, numbers, names));
        }
    }
}

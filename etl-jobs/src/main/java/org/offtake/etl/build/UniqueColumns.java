package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.offtake.models.Library;

/**
 * The sets of columns that name one row of a plan's result, from the contracts of the tables it reads.
 *
 * <p>A join is taken to look something up: what names a row of one of its sides still does. A union names nothing.
 */
record UniqueColumns(Library library) {

    /** Each set by the numbers that Spark gives to its columns. */
    List<Set<Long>> of(LogicalPlan plan) {
        if (plan instanceof SubqueryAlias table) {
            List<Set<Long>> declared = declared(table);
            return declared.isEmpty() ? of(table.child()) : declared;
        }
        if (plan instanceof Project project) {
            return renamed(of(project.child()), Plans.list(project.projectList()));
        }
        if (plan instanceof Aggregate aggregate) {
            return grouped(aggregate);
        }
        if (plan instanceof Join join) {
            List<Set<Long>> both = new ArrayList<>(of(join.left()));
            both.addAll(of(join.right()));
            return both;
        }
        if (plan instanceof Distinct distinct) {
            Set<Long> all = new TreeSet<>();
            Plans.list(distinct.output()).forEach(column -> all.add(Plans.number(column)));
            return List.of(all);
        }
        boolean keepsRows =
                plan instanceof Filter || plan instanceof Window || plan instanceof Sort || plan instanceof View;
        return keepsRows ? of(Plans.list(plan.children()).get(0)) : List.of();
    }

    private List<Set<Long>> declared(SubqueryAlias table) {
        Map<String, Long> numbers = new HashMap<>();
        Plans.list(table.output()).forEach(column -> numbers.put(column.name(), Plans.number(column)));
        List<Set<Long>> keys = new ArrayList<>();
        for (Set<String> key : EmptyTables.keys(library, table.alias())) {
            Set<Long> columns = new TreeSet<>();
            key.forEach(name -> columns.add(numbers.getOrDefault(name, -1L)));
            keys.add(columns);
        }
        return keys;
    }

    private static List<Set<Long>> renamed(List<Set<Long>> keys, List<NamedExpression> columns) {
        Map<Long, Long> names = new HashMap<>();
        for (NamedExpression column : columns) {
            if (column instanceof Attribute same) {
                names.put(Plans.number(same), Plans.number(same));
            }
            if (column instanceof Alias alias && alias.child() instanceof Attribute old) {
                names.put(Plans.number(old), alias.exprId().id());
            }
        }
        return keys.stream()
                .filter(key -> names.keySet().containsAll(key))
                .map(key -> {
                    Set<Long> renamed = new TreeSet<>();
                    key.forEach(column -> renamed.add(names.getOrDefault(column, column)));
                    return renamed;
                })
                .toList();
    }

    private static List<Set<Long>> grouped(Aggregate aggregate) {
        Set<Long> key = new TreeSet<>();
        for (Expression grouping : Plans.list(aggregate.groupingExpressions())) {
            key.add(Plans.list(aggregate.aggregateExpressions()).stream()
                    .filter(column -> ((Expression) column).semanticEquals(grouping)
                            || (column instanceof Alias alias && alias.child().semanticEquals(grouping)))
                    .findFirst()
                    .map(column -> column.exprId().id())
                    .orElse(-1L));
        }
        return List.of(key);
    }
}

package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Walks over Spark's plans. */
final class Plans {
    private Plans() {}

    /** All nodes of a plan from the top down, those of its subqueries included. */
    static List<LogicalPlan> nodes(LogicalPlan plan) {
        List<LogicalPlan> nodes = new ArrayList<>();
        nodes.add(plan);
        list(plan.children()).forEach(child -> nodes.addAll(nodes(child)));
        list(plan.expressions())
                .forEach(expression -> walk(expression, List.of(), (each, above) -> {
                    if (each instanceof SubqueryExpression subquery) {
                        nodes.addAll(nodes(subquery.plan()));
                    }
                }));
        return nodes;
    }

    /** Tells of every expression in one, with those it stands in, the nearest first. */
    static void walk(Expression expression, List<Expression> above, BiConsumer<Expression, List<Expression>> consumer) {
        consumer.accept(expression, above);
        List<Expression> deeper = new ArrayList<>(List.of(expression));
        deeper.addAll(above);
        list(expression.children()).forEach(child -> walk(child, deeper, consumer));
    }

    static <T> List<T> list(Seq<T> items) {
        return CollectionConverters.asJava(items);
    }

    static long number(Attribute attribute) {
        return attribute.exprId().id();
    }
}

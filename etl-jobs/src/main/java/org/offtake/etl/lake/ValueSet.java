package org.offtake.etl.lake;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.InSet;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Many values as one expression. Written as so many literals each of them is walked over by every rule of every plan that the condition is
 * part of; Spark makes this of them too, but only when all plans up to there have been looked through.
 *
 * @param values as Spark holds them
 * @param type of all of them
 */
record ValueSet(Set<Object> values, String type) {
    /** Fewer are as quickly read as literals, and shown in plans. */
    private static final int MANY = 20;

    /** Of texts or of whole numbers; empty for other values, and for few. */
    static Optional<ValueSet> of(Set<Object> values) {
        if (values.size() < MANY) {
            return Optional.empty();
        }
        if (values.stream().allMatch(String.class::isInstance)) {
            return Optional.of(new ValueSet(
                    values.stream()
                            .map(value -> UTF8String.fromString(value.toString()))
                            .collect(Collectors.toSet()),
                    "string"));
        }
        return values.stream().allMatch(Long.class::isInstance)
                ? Optional.of(new ValueSet(values, "bigint"))
                : Optional.empty();
    }

    Column holds(Column value) {
        return ExpressionUtils.column(new InSet(
                ExpressionUtils.expression(value.cast(type)),
                CollectionConverters.asScala(values).toSet()));
    }
}

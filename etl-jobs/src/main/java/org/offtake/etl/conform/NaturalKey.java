package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether the key that a mapping gives a record is surely the record's own, even when the record has a problem.
 *
 * <p>A key that is put together from several fields is another one when one of them could not be read.
 */
final class NaturalKey {
    static final String IS_SURE = "_key_is_sure";
    static final String SURE = "_record.sure";

    private NaturalKey() {}

    /** The records with the word on each whether all that its key is made of was read. */
    static Dataset<Row> withSureness(Dataset<Row> records, Dataset<Row> selected, String key) {
        Column sure = madeOf(selected, key)
                .map(fields -> fields.stream()
                        .map(field -> col("`" + field + "`").isNotNull())
                        .reduce(col("_record.readable"), Column::and))
                .orElse(lit(false));
        return records.withColumn("_record", col("_record").withField("sure", sure));
    }

    /** The received fields that a key is made of; empty when the mapping is no plain SELECT and does not tell. */
    private static Optional<List<String>> madeOf(Dataset<Row> selected, String key) {
        LogicalPlan plan = ((org.apache.spark.sql.classic.Dataset<Row>) selected)
                .queryExecution()
                .analyzed();
        if (!(plan instanceof Project project)) {
            return Optional.empty();
        }
        return CollectionConverters.asJava(project.projectList()).stream()
                .filter(column -> column.name().equals(key))
                .map(NaturalKey::references)
                .findFirst();
    }

    private static List<String> references(NamedExpression column) {
        return CollectionConverters.asJava(((Expression) column).references().toSeq()).stream()
                .map(Attribute::name)
                .toList();
    }
}

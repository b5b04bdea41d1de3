package org.offtake.etl.build;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.offtake.models.TableName;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractPartialFunction;

/**
 * A query over rows that are held in memory, analysed once: over other rows of the same tables only its leaves are others. To
 * analyse a large SELECT takes longer than to run it on a few rows.
 *
 * @param plan what the query was analysed to
 * @param read the rows that it was analysed with
 */
record OneAnalysis(LogicalPlan plan, Map<TableName, Dataset<Row>> read) {

    /** Empty where the leaves of the query cannot be told apart: those of tables without rows. */
    static Optional<OneAnalysis> of(Dataset<Row> query, Map<TableName, Dataset<Row>> read) {
        return read.values().stream().anyMatch(rows -> data(rows).isEmpty())
                ? Optional.empty()
                : Optional.of(new OneAnalysis(SelectRules.execution(query).analyzed(), read));
    }

    /** @param rows of each table that the query reads */
    Dataset<Row> over(SparkSession spark, Map<TableName, Dataset<Row>> rows) {
        IdentityHashMap<Seq<InternalRow>, Seq<InternalRow>> others = new IdentityHashMap<>();
        read.forEach((table, before) -> others.put(data(before), data(Objects.requireNonNull(rows.get(table)))));
        LogicalPlan plan = this.plan.transformUpWithSubqueries(new Leaves(others));
        plan.setAnalyzed();
        return org.apache.spark.sql.classic.Dataset.ofRows((org.apache.spark.sql.classic.SparkSession) spark, plan);
    }

    private static Seq<InternalRow> data(Dataset<Row> rows) {
        LogicalPlan plan = SelectRules.execution(rows).analyzed();
        if (plan instanceof LocalRelation relation) {
            return relation.data();
        }
        throw new IllegalArgumentException("not rows in memory: " + plan);
    }

    private static final class Leaves extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
        private static final long serialVersionUID = 1L;

        private final transient IdentityHashMap<Seq<InternalRow>, Seq<InternalRow>> others;

        private Leaves(IdentityHashMap<Seq<InternalRow>, Seq<InternalRow>> others) {
            this.others = others;
        }

        @Override
        public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof LocalRelation leaf && others.containsKey(leaf.data());
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A1 extends LogicalPlan, B1> B1 applyOrElse(A1 node, Function1<A1, B1> otherwise) {
            if (node instanceof LocalRelation leaf && others.containsKey(leaf.data())) {
                return (B1) leaf.copy(leaf.output(), others.get(leaf.data()), leaf.isStreaming(), leaf.stream());
            }
            return otherwise.apply(node);
        }
    }
}

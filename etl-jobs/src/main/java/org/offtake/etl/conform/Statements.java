package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Entity;

/**
 * Which of the statements about a thing counts.
 *
 * <p>Live statements go before those of replaced editions; among them the latest place (own time, else the delivery's
 * stamp), then the greatest content hash, so that arrival plays no part. Records without a key are all kept: document,
 * content and occurrence number name them.
 *
 * <p>What a full snapshot leaves out is gone: from an entity without history its row is superseded by the snapshot, to a
 * version of one with history the moment of its end is added.
 *
 * @param someKeyless whether any source tells of the entity without a key
 */
record Statements(Entity entity, boolean someKeyless, Absences absences) {
    /** The columns that settling adds. */
    static final String[] SETTLED = {Lake.OUTCOME, Absences.DELETED_AT, Absences.DELETED_DATE};

    static final String LIVE = "_live";
    static final String PLACE = "_place_at";
    static final String HASH = "_hash";
    static final String KEYLESS = "_keyless";
    static final String RECORD = "_record";
    static final String SUPERSEDED = "superseded";
    static final String DUPLICATE = "duplicate";

    private static final Column BEGINNING = lit("0001-01-01 00:00:00").cast("timestamp");

    /** The rows of whole units, each with its outcome. */
    Dataset<Row> settle(Dataset<Row> rows) {
        return deleted(absences.mark(outcomes(rows), rows));
    }

    private Dataset<Row> deleted(Dataset<Row> marked) {
        Column won = col(Lake.OUTCOME).equalTo(Lake.ACCEPTED);
        Column gone = won.and(col(Absences.DELETED_AT).isNotNull());
        Dataset<Row> ended = marked.withColumn(Absences.DELETED_AT, when(won, col(Absences.DELETED_AT)))
                .withColumn(Absences.DELETED_DATE, when(won, col(Absences.DELETED_DATE)));
        Dataset<Row> settled = entity.effective().isPresent()
                ? ended
                : ended.withColumn(Lake.OUTCOME, when(gone, lit(SUPERSEDED)).otherwise(col(Lake.OUTCOME)));
        return settled.select(Stream.concat(
                        Stream.of(settled.columns())
                                .filter(name -> !List.of(SETTLED).contains(name)),
                        Stream.of(SETTLED))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new));
    }

    private Dataset<Row> outcomes(Dataset<Row> rows) {
        if (!someKeyless) {
            return ranked(rows);
        }
        Dataset<Row> keyless = withOccurrence(rows.filter(col(KEYLESS)));
        Dataset<Row> keyed = ranked(rows.filter(col(KEYLESS).equalTo(false)));
        return keyless.unionByName(keyed);
    }

    private Dataset<Row> withOccurrence(Dataset<Row> rows) {
        WindowSpec twins = Window.partitionBy(
                        col("source_system"), col("company_code"), col(entity.unit()), col(HASH), col(LIVE))
                .orderBy(RECORD + ".content", RECORD + ".number");
        String name = "concat_ws('-', `" + entity.unit() + "`, lower(hex(" + HASH + ")), cast(_twin as string))";
        return rows.withColumn("_twin", row_number().over(twins))
                .withColumn(entity.key(), expr(name))
                .drop("_twin")
                .withColumn(Lake.OUTCOME, when(col(LIVE), lit(Lake.ACCEPTED)).otherwise(lit(SUPERSEDED)));
    }

    private Dataset<Row> ranked(Dataset<Row> rows) {
        Column place = coalesce(col(PLACE), BEGINNING);
        List<Column> scope = List.of(col("source_system"), col("company_code"));
        WindowSpec document = Window.partitionBy(with(scope, col(entity.unit())));
        WindowSpec best = Window.partitionBy(with(scope, versionKey()))
                .orderBy(
                        col(LIVE).desc(),
                        place.desc(),
                        col(HASH).desc(),
                        col(RECORD + ".content").asc(),
                        col(RECORD + ".number").asc());
        Dataset<Row> placed = rows.withColumn(
                        "_newest", max(when(col(LIVE), place)).over(document))
                .withColumn("_rank", row_number().over(best))
                .withColumn(
                        "_best_hash",
                        org.apache.spark.sql.functions.first(col(HASH)).over(best));
        Column ofNewest = entity.document().isPresent() && entity.effective().isEmpty()
                ? place.equalTo(col("_newest"))
                : lit(true);
        Column wins = col("_rank").equalTo(1).and(col(LIVE)).and(ofNewest);
        return placed.withColumn(
                        Lake.OUTCOME,
                        when(wins, lit(Lake.ACCEPTED))
                                .when(col("_rank").gt(1).and(col(HASH).equalTo(col("_best_hash"))), lit(DUPLICATE))
                                .otherwise(lit(SUPERSEDED)))
                .drop("_newest", "_rank", "_best_hash");
    }

    /** An entity whose history is kept has one winner per moment, any other has one in all. */
    private Column[] versionKey() {
        return entity.effective().isPresent()
                ? new Column[] {col(entity.key()), col(entity.effective().get())}
                : new Column[] {col(entity.key())};
    }

    private static Column[] with(List<Column> scope, Column... more) {
        Column[] all = Arrays.copyOf(scope.toArray(Column[]::new), scope.size() + more.length);
        System.arraycopy(more, 0, all, scope.size(), more.length);
        return all;
    }
}

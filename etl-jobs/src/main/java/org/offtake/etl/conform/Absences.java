package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.offtake.models.Entity;

/**
 * What full snapshots tell by saying nothing: which keys of an entity were deleted, and when.
 *
 * <p>A key is there in every run of snapshots that hold it, whatever they say of it and even where their record is in
 * quarantine. After a run it is gone from the first snapshot on that tells, unless it comes back no later.
 *
 * @param unusable the records in quarantine, see {@link Quarantine#unusable}
 */
record Absences(Entity entity, List<Snapshots> snapshots, Dataset<Row> unusable) {
    static final String DELETED_AT = "_deleted_at";
    static final String DELETED_DATE = "_deleted_date";
    private static final String BEGINNING = "timestamp'0001-01-01 00:00:00'";

    /**
     * The rows with the moment, and the local day, at which what they say ceased to be; mostly null.
     *
     * @param statements the same rows of whole units, before anything was added to them
     */
    Dataset<Row> mark(Dataset<Row> rows, Dataset<Row> statements) {
        if (snapshots.isEmpty()) {
            return rows.withColumn(DELETED_AT, expr("cast(null as timestamp)"))
                    .withColumn(DELETED_DATE, expr("cast(null as date)"));
        }
        Dataset<Row> gone = gone(statements);
        Column same = rows.col("source_system")
                .equalTo(gone.col("_system"))
                .and(rows.col("company_code").equalTo(gone.col("_company")))
                .and(rows.col(entity.key()).equalTo(gone.col("_key")))
                .and(entity.effective()
                        .map(column -> rows.col(column).cast("timestamp").equalTo(gone.col("_version")))
                        .orElse(expr("true")));
        return rows.join(gone, same, "left").drop("_system", "_company", "_key", "_version");
    }

    private Dataset<Row> gone(Dataset<Row> rows) {
        WindowSpec inTime = Window.partitionBy("_system", "_company", "_key")
                .orderBy("_from", "_to", "_speaker", "_scope", "_version");
        WindowSpec soFar = inTime.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Dataset<Row> runs = present(rows)
                .withColumn("_number", row_number().over(inTime))
                .withColumn("_next", lead("_from", 1).over(inTime))
                .withColumn(
                        "_said",
                        max(expr("case when _version is not null then struct(_to, _version) end"))
                                .over(soFar))
                .withColumn(
                        "_until",
                        max(struct(col("_to"), col("_speaker"), col("_scope"))).over(soFar))
                .drop("_version", "_speaker", "_scope", "_to", "_from");
        Dataset<Row> ends = runs.join(
                        broadcast(telling()),
                        expr("_system = _telling_system and _until._speaker = _table and _until._scope ="
                                + " _telling_scope"),
                        "left")
                .withColumn(
                        "_gone_at",
                        expr("case when _until._to < _latest then get(filter(_stamps, s -> s > _until._to), 0) end"))
                .withColumn("_gone_at", expr("case when _next is null or _gone_at < _next then _gone_at end"));
        WindowSpec versions = Window.partitionBy("_system", "_company", "_key").orderBy("_version");
        return ends.groupBy(
                        col("_system"),
                        col("_company"),
                        col("_key"),
                        col("_said._version").as("_version"))
                .agg(max_by(struct(col("_gone_at"), col("_zone")), col("_number"))
                        .as("_gone"))
                .withColumn("_after", lead("_version", 1).over(versions))
                .filter("_gone._gone_at < coalesce(_after, timestamp'9999-12-31 00:00:00')")
                .selectExpr(
                        "_system",
                        "_company",
                        "_key",
                        "_version",
                        "_gone._gone_at as " + DELETED_AT,
                        "to_date(from_utc_timestamp(_gone._gone_at, _gone._zone)) as " + DELETED_DATE);
    }

    /** Each key with the runs of stamps at which it was there, and the source table whose silence it ends by. */
    private Dataset<Row> present(Dataset<Row> rows) {
        String version = entity.effective()
                .map(column -> "cast(`" + column + "` as timestamp)")
                .orElse(BEGINNING);
        Dataset<Row> said = rows.filter(Statements.LIVE + " and not " + Statements.KEYLESS)
                .filter(col("source_system")
                        .isin(snapshots.stream()
                                .map(each -> each.table().system())
                                .distinct()
                                .toArray()))
                .withColumn("_speaker", expr(speaker()))
                .selectExpr(
                        "source_system as _system",
                        "company_code as _company",
                        "`" + entity.key() + "` as _key",
                        version + " as _version",
                        "_speaker",
                        scope() + " as _scope",
                        Snapshots.CONTENT,
                        "coalesce(" + Statements.PLACE + ", " + BEGINNING + ") as _place");
        Dataset<Row> unread = unusable.selectExpr(
                "source_system as _system",
                "company_code as _company",
                Quarantine.KEY + " as _key",
                (entity.effective().isPresent() ? "cast(null as timestamp)" : BEGINNING) + " as _version",
                "source_table as _speaker",
                Quarantine.SCOPE + " as _scope",
                Snapshots.CONTENT,
                "cast(null as timestamp) as _place");
        return said.unionByName(unread.filter("_key is not null"))
                .join(
                        broadcast(runs()),
                        expr("_system = _run_system and _speaker = _run_table and " + Snapshots.CONTENT
                                + " = _run_content"),
                        "left")
                .selectExpr(
                        "_system",
                        "_company",
                        "_key",
                        "_version",
                        "_speaker",
                        "_scope",
                        "coalesce(_run_from, _place) as _from",
                        "coalesce(_run_to, _place) as _to")
                .filter("_from is not null");
    }

    /** A record of another table of the system is under the only snapshot there is; among several it is under none. */
    private String speaker() {
        String own = snapshots.stream()
                .map(each -> " when source_system = '" + each.table().system() + "' and " + SilverTable.FROM + " = '"
                        + each.table().name() + "' then '" + each.table().name() + "'")
                .collect(Collectors.joining());
        String only = snapshots.stream()
                .filter(each -> snapshots.stream()
                                .filter(other -> other.table()
                                        .system()
                                        .equals(each.table().system()))
                                .count()
                        == 1)
                .map(each -> " when source_system = '" + each.table().system() + "' then '"
                        + each.table().name() + "'")
                .collect(Collectors.joining());
        return "case" + own + only + " end";
    }

    private String scope() {
        return snapshots.stream()
                .map(each -> " when source_system = '" + each.table().system() + "' and _speaker = '"
                        + each.table().name() + "' then " + Snapshots.scope(each.table()))
                .collect(Collectors.joining("", "case", " end"));
    }

    private Dataset<Row> runs() {
        List<Row> rows = snapshots.stream()
                .flatMap(each -> each.runs().stream()
                        .map(run -> RowFactory.create(
                                each.table().system(), each.table().name(), run.content(), run.from(), run.to())))
                .toList();
        return spark().createDataFrame(
                        rows,
                        StructType.fromDDL("_run_system string, _run_table string, _run_content string, "
                                + "_run_from timestamp, _run_to timestamp"));
    }

    private Dataset<Row> telling() {
        List<Row> rows = snapshots.stream()
                .flatMap(each -> each.telling().entrySet().stream()
                        .map(scope -> RowFactory.create(
                                each.table().system(),
                                each.table().name(),
                                scope.getKey(),
                                scope.getValue().toArray(),
                                scope.getValue().get(scope.getValue().size() - 1),
                                each.zone().getId())))
                .toList();
        return spark().createDataFrame(
                        rows,
                        StructType.fromDDL("_telling_system string, _table string, _telling_scope string, "
                                + "_stamps array<timestamp>, _latest timestamp, _zone string"));
    }

    private SparkSession spark() {
        return unusable.sparkSession();
    }
}

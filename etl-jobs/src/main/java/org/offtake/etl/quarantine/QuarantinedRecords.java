package org.offtake.etl.quarantine;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.conform.Quarantine;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.BronzeRows;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Layer;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** The records that are in quarantine now, with what they say and why they cannot be used. */
public record QuarantinedRecords(Lake lake) {
    private static final TableName REASONS = new TableName(Layer.SEED, "quarantine_reasons");

    /** Rows of sheets that name no record: the sheet itself is to be corrected. */
    private static final String UNKNOWN_RECORD = "unknown_record";

    /** One row per source table and reason: source_system, source_table, reason_code, reason, records. */
    public Dataset<Row> counts() {
        return here().groupBy("source_system", "source_table", "reason_code", "reason")
                .agg(count(lit(1)).as("records"))
                .orderBy("source_system", "source_table", "reason_code");
    }

    /**
     * The records of one source table, in the order of files and lines.
     *
     * <p>Columns: content and record (of the original), corrects (how an earlier sheet named the original, or null),
     * file, line, reason, raw, and said: the received fields, see {@link BronzeRows#said}.
     */
    public Dataset<Row> of(SourceTable table) {
        BronzeRows bronze = new BronzeRows(table);
        Dataset<Row> said = bronze.whole(lake)
                .selectExpr(
                        "_record.content as _content",
                        "_record.number as _number",
                        "_raw",
                        BronzeRows.CORRECTS + " as corrects",
                        bronze.said() + " as said");
        Dataset<Row> wanted = here().filter(col("source_system")
                        .equalTo(table.system())
                        .and(col("source_table").equalTo(table.name())))
                .filter(col("reason_code").notEqual(UNKNOWN_RECORD));
        return said.join(
                        broadcast(wanted),
                        col("_content")
                                .equalTo(col("content"))
                                .and(col("_number").equalTo(col("record_number"))))
                .join(broadcast(files(table)), col("content").equalTo(col("_file_content")), "left")
                .select(
                        col("content"),
                        col("record_number").as("record"),
                        col("corrects"),
                        coalesce(col("file_name"), lit("")).as("file"),
                        col("line_number").as("line"),
                        concat_ws(": ", col("reason"), col("field_name"), col("field_value"))
                                .as("reason"),
                        col("_raw").as("raw"),
                        col("said"))
                .orderBy("file", "line", "record");
    }

    private Dataset<Row> here() {
        if (!lake.exists(Quarantine.TABLE)) {
            return lake.spark()
                    .createDataFrame(
                            List.of(),
                            StructType.fromDDL("source_system string, source_table string, content string, "
                                    + "line_number bigint, record_number bigint, reason_code string, reason string, "
                                    + "field_name string, field_value string"));
        }
        Dataset<Row> records =
                lake.read(Quarantine.TABLE, lake.version(Quarantine.TABLE).orElseThrow());
        if (!lake.exists(REASONS)) {
            return records.withColumn("reason", col("reason_code"));
        }
        Dataset<Row> reasons = lake.stored(REASONS)
                .select(
                        col("reason_code").as("_code"),
                        expr("concat(reason_nl, ' / ', reason_en)").as("_words"));
        return records.join(broadcast(reasons), col("reason_code").equalTo(col("_code")), "left")
                .withColumn("reason", coalesce(col("_words"), col("reason_code")))
                .drop("_code", "_words");
    }

    private Dataset<Row> files(SourceTable table) {
        Column own = col("source_system")
                .equalTo(table.system())
                .and(col("source_table").equalTo(table.name()));
        return lake.stored(Deliveries.TABLE)
                .filter(own.and(col("state").equalTo("live")))
                .groupBy(col("content").as("_file_content"))
                .agg(min("file_name").as("file_name"));
    }
}

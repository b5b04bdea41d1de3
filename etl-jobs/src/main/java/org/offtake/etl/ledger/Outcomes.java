package org.offtake.etl.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.conform.Quarantine;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** Where each received record is: in the silver table of its entity, or in quarantine. */
record Outcomes(Lake lake, Library library) {
    /** What a record can have become, as the ledger names it. */
    static final String[] KINDS = {"accepted", "superseded", "duplicate", "quarantined"};

    /** One row per record: _system, _table, _content, _number, _kind, and whether a full snapshot ended it: _deleted. */
    Dataset<Row> of(Iterable<SourceTable> sources) {
        Dataset<Row> all = quarantined();
        for (SourceTable source : sources) {
            for (String entity : source.becomes().keySet()) {
                all = settled(source, entity).map(all::unionByName).orElse(all);
            }
        }
        return all;
    }

    private Dataset<Row> quarantined() {
        if (!lake.exists(Quarantine.TABLE)) {
            return lake.spark()
                    .createDataFrame(
                            List.of(),
                            StructType.fromDDL(
                                    "_system string, _table string, _content string, _number bigint, _kind string, "
                                            + "_deleted boolean"));
        }
        return lake.stored(Quarantine.TABLE)
                .select(
                        col("source_system").as("_system"),
                        col("source_table").as("_table"),
                        col("content").as("_content"),
                        col("record_number").as("_number"),
                        when(col(Lake.OUTCOME).equalTo(Lake.ACCEPTED), "quarantined")
                                .otherwise(col(Lake.OUTCOME))
                                .as("_kind"),
                        lit(false).as("_deleted"));
    }

    private Optional<Dataset<Row>> settled(SourceTable source, String entity) {
        TableName table = library.entity(entity).table();
        if (!lake.exists(table)) {
            return Optional.empty();
        }
        Column own = col("source_system")
                .equalTo(source.system())
                .and(col("_source_table").equalTo(source.name()));
        return Optional.of(lake.stored(table)
                .filter(own)
                .select(
                        lit(source.system()).as("_system"),
                        lit(source.name()).as("_table"),
                        col("_record.content").as("_content"),
                        col("_record.number").as("_number"),
                        col(Lake.OUTCOME).as("_kind"),
                        col("_deleted_at").isNotNull().as("_deleted")));
    }
}

package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Layer;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;

/** Records that cannot be used as they are: where they stand, what they say, and what is wrong with them. */
record Quarantine(Lake lake) {
    static final TableName TABLE = new TableName(Layer.SILVER, "quarantined_records");

    /** Takes the quarantined records of the parts, in place of what the table holds of them. */
    void take(List<Part> parts) {
        Dataset<Row> fresh =
                parts.stream().map(Part::rows).reduce(Dataset::unionByName).orElseThrow();
        TableWriter writer = new TableWriter(lake, TABLE);
        if (!lake.exists(TABLE)) {
            writer.replaceAll(fresh);
            return;
        }
        Dataset<Row> others = Part.others(lake.stored(TABLE), parts, "source_table", col("content"));
        if (Part.anyAnew(parts)) {
            writer.replaceAll(others.unionByName(fresh));
            return;
        }
        List<Row> contents = parts.stream()
                .flatMap(part -> part.contents().stream())
                .distinct()
                .map(content -> RowFactory.create(content))
                .toList();
        UnitSet units = new UnitSet.Literals(List.of("content"), contents);
        writer.replaceUnits(units.of(others).unionByName(fresh), units);
    }

    /** Flawed records and records with errors, as rows of the quarantine. */
    static Dataset<Row> rows(SourceTable table, String company, Dataset<Row> bad, String entity) {
        String raw = table.columns().stream()
                .map(column -> "coalesce(cast(`" + TEXT_PREFIX + column.name() + "` as string), '')")
                .collect(Collectors.joining(", ", "concat_ws(' | ', ", ")"));
        return bad.select(
                lit(table.system()).as("source_system"),
                lit(company).as("company_code"),
                lit(table.name()).as("source_table"),
                col("_record.content").as("content"),
                col("_record.line").as("line_number"),
                col("_record.number").as("record_number"),
                lit(entity).as("entity"),
                expr("coalesce(_flaw, _error.code)").as("reason_code"),
                expr("coalesce(_flaw_detail, _error.field)").as("field_name"),
                expr("_error.value").as("field_value"),
                expr("coalesce(_raw, " + raw + ")").as("raw_text"),
                col(Statements.LIVE),
                when(col(Statements.LIVE), lit(Lake.ACCEPTED))
                        .otherwise(lit(Statements.SUPERSEDED))
                        .as(Lake.OUTCOME));
    }

    /** Prefix of the received texts that travel beside the typed columns, for showing what was received. */
    static final String TEXT_PREFIX = "_text_";
}

package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.land.BronzeRows;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** What would become of one file: its rows by entity, and the records that could not be used; nothing is written. */
public record Trial(Configuration configuration, Library library, SourceTable table, SparkSession spark) {
    /** The reason_code of a record that breaks a rule of its entity; field_value says why there is such a rule. */
    public static final String RULE_BROKEN = "rule_broken";

    /** Stands for the hash of the file, which is no delivery. */
    private static final String CONTENT = "trial";

    /**
     * The outcome.
     *
     * @param rows by entity, without bookkeeping columns
     * @param rejects line, reason_code, field_name and field_value of each record that could not be used
     */
    public record Tried(Map<String, Dataset<Row>> rows, Dataset<Row> rejects) {}

    /** Tries a file that the contract's dialect can read. */
    public Tried of(Path file) {
        SourceRecords records = new SourceRecords(configuration, library, table);
        Dataset<Row> received = new BronzeRows(table)
                .read(spark, List.of(new BronzeRows.NewFile(file.toString(), CONTENT, bytes(file), false)));
        Dataset<Row> typed = records.typed(
                records.withStanding(received, Map.of(CONTENT, new Deliveries.Standing(true, List.of()))));
        Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
        Dataset<Row> rejects = spark.sql("select 0L as line, '' as reason_code, '' as field_name, '' as field_value")
                .filter("false");
        for (var entry : new Routing(library, table, records.company().code(), spark)
                .route(typed)
                .entrySet()) {
            Dataset<Row> routed = entry.getValue();
            rows.put(
                    entry.getKey(),
                    withoutBookkeeping(routed.filter(col(TypedColumns.PROBLEM).isNull())));
            if (table.becomes().containsKey(entry.getKey())) {
                rejects = rejects.unionAll(rejected(routed));
            }
        }
        return new Tried(rows, rejects.orderBy("line"));
    }

    private static Dataset<Row> withoutBookkeeping(Dataset<Row> rows) {
        String[] bookkeeping = Arrays.stream(rows.columns())
                .filter(name -> name.startsWith("_"))
                .toArray(String[]::new);
        return rows.orderBy("_record.number").drop(bookkeeping);
    }

    private static Dataset<Row> rejected(Dataset<Row> routed) {
        return routed.filter(col(TypedColumns.PROBLEM).isNotNull())
                .select(
                        col("_record.line").as("line"),
                        col(TypedColumns.PROBLEM + ".code").as("reason_code"),
                        col(TypedColumns.PROBLEM + ".field").as("field_name"),
                        col(TypedColumns.PROBLEM + ".value").as("field_value"));
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(file + " cannot be read", gone);
        }
    }
}

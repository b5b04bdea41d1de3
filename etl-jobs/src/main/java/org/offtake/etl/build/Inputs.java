package org.offtake.etl.build;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.models.TableName;

/** The tables that models read, each pinned at one version for the whole run. */
public record Inputs(Lake lake, Map<TableName, Long> versions) {
    /** Pins every given table that exists at its newest version. */
    public static Inputs pin(Lake lake, Iterable<TableName> tables) {
        Map<TableName, Long> versions = new TreeMap<>();
        tables.forEach(table -> lake.version(table).ifPresent(version -> versions.put(table, version)));
        return new Inputs(lake, versions);
    }

    public long version(TableName table) {
        Long version = versions.get(table);
        if (version == null) {
            throw new MissingInputException(table);
        }
        return version;
    }

    Dataset<Row> read(TableName table) {
        return lake.read(table, version(table));
    }
}

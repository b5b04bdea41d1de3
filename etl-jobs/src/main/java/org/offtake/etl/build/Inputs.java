package org.offtake.etl.build;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/** The tables that models read, each pinned at one version for the whole run. */
public record Inputs(Lake lake, Library library, Map<TableName, Long> versions) implements Tables {
    /** Pins every given table that exists at its newest version. */
    public static Inputs pin(Lake lake, Library library, Iterable<TableName> tables) {
        Map<TableName, Long> versions = new TreeMap<>();
        tables.forEach(table -> lake.version(table).ifPresent(version -> versions.put(table, version)));
        return new Inputs(lake, library, versions);
    }

    public long version(TableName table) {
        Long version = versions.get(table);
        if (version == null) {
            throw new MissingInputException(table);
        }
        return version;
    }

    @Override
    public SparkSession spark() {
        return lake.spark();
    }

    /** The rows of a table; an entity that no source has delivered yet is empty. */
    @Override
    public Dataset<Row> read(TableName table) {
        if (!versions.containsKey(table) && library.entities().containsKey(table.name())) {
            return lake.spark().createDataFrame(List.of(), DeclaredTables.schema(library.entity(table.name())));
        }
        return lake.read(table, version(table));
    }
}

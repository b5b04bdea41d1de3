package org.offtake.etl.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.TableWriter;
import org.offtake.models.Column;
import org.offtake.models.ContractException;
import org.offtake.models.Seed;

/** Loads a table kept by hand from its CSV files; a value that does not fit its contract is refused with its record. */
public record Seeding(Seed seed, Path lakeRoot, Path state) {

    public boolean isUpToDate() {
        return Lake.version(lakeRoot, seed.table()).isPresent()
                && memory().read().equals(print());
    }

    /** Loads all of it, and returns what amendments made of it, a line for each. */
    public List<String> load(Lake lake) {
        StructType schema = new StructType();
        for (Column column : seed.columns()) {
            schema = schema.add(column.name(), DataTypes.StringType);
        }
        SeedRecords records = SeedRecords.of(seed);
        List<Row> rows = records.byKey().values().stream().map(Seeding::row).toList();
        Dataset<Row> texts = lake.spark().createDataFrame(rows, schema).coalesce(1);
        Dataset<Row> typed = texts.selectExpr(seed.columns().stream()
                .map(column ->
                        "cast(`" + column.name() + "` as " + column.type().sparkType() + ") as `" + column.name() + "`")
                .toArray(String[]::new));
        try {
            new TableWriter(lake, seed.table(), seed.grain()).replaceAll(typed);
        } catch (Exception failed) { // Spark's own, checked and undeclared, do not say where
            refuseMisfits(records, texts);
            throw failed;
        }
        memory().write(print());
        return records.told();
    }

    private static Row row(SeedRecords.Kept record) {
        return RowFactory.create(record.values().stream()
                .map(value -> value.isEmpty() ? null : value)
                .toArray());
    }

    /** Throws with the first value of a column that is none of its type. */
    private void refuseMisfits(SeedRecords records, Dataset<Row> texts) {
        for (int place = 0; place < seed.columns().size(); place++) {
            Column column = seed.columns().get(place);
            String name = "`" + column.name() + "`";
            String misfit = name + " is not null and try_cast(" + name + " as "
                    + column.type().sparkType() + ") is null";
            for (Row row : texts.filter(misfit).limit(1).collectAsList()) {
                throw records.byKey().values().stream()
                        .filter(record -> row(record).equals(row))
                        .findFirst()
                        .orElseThrow()
                        .refused(column.name() + " '" + row.getString(place) + "' is no " + column.type());
            }
        }
    }

    private Map<String, String> print() {
        return Map.of(
                "content",
                Stream.concat(Stream.of(seed.csv()), seed.amendments().stream())
                        .map(Seeding::print)
                        .collect(Collectors.joining("\n")),
                "columns",
                seed.columns().stream().map(Column::toString).collect(Collectors.joining("\n")));
    }

    private static String print(Path csv) {
        try {
            return DigestUtils.sha256Hex(Files.readAllBytes(csv));
        } catch (IOException unreadable) {
            throw new ContractException(csv, "cannot be read: " + unreadable.getMessage());
        }
    }

    private Sidecar memory() {
        return Sidecar.of(state, "seed_" + seed.table().name());
    }
}

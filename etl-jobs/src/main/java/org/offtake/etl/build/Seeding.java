package org.offtake.etl.build;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** Loads a table kept by hand from its CSV file; a value that does not fit its contract is refused with its record. */
public record Seeding(Seed seed, Path lakeRoot, Path state) {

    public boolean isUpToDate() {
        return Lake.version(lakeRoot, seed.table()).isPresent()
                && memory().read().equals(print());
    }

    public void load(Lake lake) {
        StructType schema = new StructType();
        for (Column column : seed.columns()) {
            schema = schema.add(column.name(), DataTypes.StringType);
        }
        List<Row> rows = rows();
        Dataset<Row> texts = lake.spark().createDataFrame(rows, schema).coalesce(1);
        Dataset<Row> typed = texts.selectExpr(seed.columns().stream()
                .map(column ->
                        "cast(`" + column.name() + "` as " + column.type().sparkType() + ") as `" + column.name() + "`")
                .toArray(String[]::new));
        try {
            new TableWriter(lake, seed.table(), seed.grain()).replaceAll(typed);
        } catch (Exception failed) { // Spark's own, checked and undeclared, do not say where
            refuseMisfits(rows, texts);
            throw failed;
        }
        memory().write(print());
    }

    /** Throws with the first value of a column that is none of its type. */
    private void refuseMisfits(List<Row> rows, Dataset<Row> texts) {
        for (int place = 0; place < seed.columns().size(); place++) {
            Column column = seed.columns().get(place);
            String name = "`" + column.name() + "`";
            String misfit = name + " is not null and try_cast(" + name + " as "
                    + column.type().sparkType() + ") is null";
            for (Row row : texts.filter(misfit).limit(1).collectAsList()) {
                throw new ContractException(
                        seed.csv(),
                        "record " + (rows.indexOf(row) + 2) + ": " + column.name() + " '" + row.getString(place)
                                + "' is no " + column.type());
            }
        }
    }

    private List<Row> rows() {
        List<String> names = seed.columns().stream().map(Column::name).toList();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(seed.csv())) {
            for (NamedCsvRecord record : records) {
                if (!record.getHeader().equals(names)) {
                    throw new ContractException(
                            seed.csv(), 1, "the header is " + record.getHeader() + ", the contract says " + names);
                }
                rows.add(RowFactory.create(record.getFields().stream()
                        .map(value -> value.isEmpty() ? null : value)
                        .toArray()));
            }
        } catch (CsvParseException broken) {
            String what = Optional.ofNullable(broken.getCause())
                    .map(Throwable::getMessage)
                    .orElse(broken.getMessage());
            throw new ContractException(seed.csv(), what + "; a value that holds a comma stands in double quotes");
        } catch (IOException unreadable) {
            throw new ContractException(seed.csv(), "cannot be read: " + unreadable.getMessage());
        }
        return rows;
    }

    private Map<String, String> print() {
        try {
            return Map.of(
                    "content", DigestUtils.sha256Hex(Files.readAllBytes(seed.csv())),
                    "columns", seed.columns().stream().map(Column::toString).collect(Collectors.joining("\n")));
        } catch (IOException unreadable) {
            throw new ContractException(seed.csv(), "cannot be read: " + unreadable.getMessage());
        }
    }

    private Sidecar memory() {
        return Sidecar.of(state, "seed_" + seed.table().name());
    }
}

package org.offtake.etl.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.offtake.models.Dialect;

/** A real Parquet file, written for one test. */
record WrittenParquet(Path path) {

    /** One file with the given columns, and a record for each of the fillings. */
    static WrittenParquet in(Path folder, String columns, List<Consumer<Group>> records) {
        MessageType schema = MessageTypeParser.parseMessageType("message table { " + columns + " }");
        Path path = folder.resolve("hostile.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(path))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupRowCountLimit(2)
                .withType(schema)
                .build()) {
            for (Consumer<Group> filling : records) {
                SimpleGroup record = new SimpleGroup(schema);
                filling.accept(record);
                writer.write(record);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new WrittenParquet(path);
    }

    /** One file with the records (n, "name n"). */
    static WrittenParquet ofNames(Path folder, int records) {
        return in(
                folder,
                "required int64 id; optional binary name (STRING);",
                IntStream.rangeClosed(1, records)
                        .<Consumer<Group>>mapToObj(number ->
                                record -> record.append("id", (long) number).append("name", "name " + number))
                        .toList());
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    WrittenParquet with(byte[] bytes) {
        try {
            return new WrittenParquet(Files.write(path, bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    HostileFile read() {
        return new HostileFile(path, Dialect.parquet(), HostileFile.ID_AND_NAME);
    }

    /** The one value of the column v of the one record. */
    HostileFile readOnly() {
        return read().expecting(ExpectedColumn.required("v"));
    }
}

package org.offtake.etl.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The names of the flat columns of a Parquet file as its first row, then its records, one row group in memory. */
final class ParquetRows implements Rows, Closeable {

    private final ParquetFileReader reader;
    private final String file;
    private final MessageType schema;
    private final MessageColumnIO columnsInFile;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private @Nullable RecordReader<Group> group;
    private long leftInGroup;
    private long line = -1;

    /** Reads only the flat columns. */
    ParquetRows(ParquetFileReader reader, String file) {
        this.reader = reader;
        this.file = file;
        MessageType whole = reader.getFileMetaData().getSchema();
        List<Type> flat =
                whole.getFields().stream().filter(ParquetColumn::isFlat).toList();
        this.schema = new MessageType(whole.getName(), flat);
        for (Type type : flat) {
            columns.add(new ParquetColumn(type.getName(), columns.size(), type.asPrimitiveType()));
        }
        reader.setRequestedSchema(schema);
        this.columnsInFile = new ColumnIOFactory().getColumnIO(schema, whole);
    }

    @Override
    public @Nullable Row next() {
        line++;
        if (line == 0) {
            return header();
        }
        try {
            Group record = record();
            return record == null ? null : row(record);
        } catch (IOException | RuntimeException damaged) {
            throw ParquetTable.damaged(file, "in record " + line, damaged);
        }
    }

    private Row header() {
        List<@Nullable String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.name()));
        return new Row(
                0,
                0,
                names,
                String.join(" | ", columns.stream().map(ParquetColumn::name).toList()),
                null,
                false);
    }

    private @Nullable Group record() throws IOException {
        while (leftInGroup == 0) {
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            leftInGroup = pages.getRowCount();
            group = columnsInFile.getRecordReader(pages, new GroupRecordConverter(schema));
        }
        leftInGroup--;
        return Objects.requireNonNull(group).read();
    }

    private Row row(Group record) {
        List<@Nullable String> fields = new ArrayList<>();
        Flaw flaw = null;
        for (ParquetColumn column : columns) {
            FieldText field = column.of(record);
            fields.add(field.text());
            flaw = flaw == null ? field.flaw() : flaw;
        }
        String text = fields.stream().map(field -> Objects.toString(field, "")).collect(Collectors.joining(" | "));
        return new Row(line, line, fields, text, flaw, false);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

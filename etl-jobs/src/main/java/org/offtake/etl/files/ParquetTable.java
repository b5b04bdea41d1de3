package org.offtake.etl.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.offtake.models.Dialect;

/** Opens a Parquet file; one that is cut or damaged shows it in its footer, or later in the checksum of a page. */
final class ParquetTable {

    private static final String MARK = "PAR1";
    private static final String LOCKED = "PARE";

    /** The mark at either end, and the length of the footer. */
    private static final int LEAST_BYTES = 12;

    private ParquetTable() {}

    static RecordFile open(Path path, List<ExpectedColumn> expected) throws IOException {
        String file = String.valueOf(path.getFileName());
        checkKind(path, file);
        ParquetFileReader reader = reader(path, file);
        try {
            List<Type> fields = reader.getFileMetaData().getSchema().getFields();
            List<String> warnings = warnings(fields, expected, file);
            ParquetRows rows = new ParquetRows(reader, file);
            return new TableFile(rows, rows, Dialect.parquet(), expected, file, warnings, false);
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    static RefusedFile damaged(String file, String where, Exception cause) {
        return new RefusedFile(
                RefusedFile.TRUNCATED,
                file + ": the parquet file is damaged or was cut, as shows " + where + " (" + cause.getMessage()
                        + "); ask its sender for it again",
                cause);
    }

    private static ParquetFileReader reader(Path path, String file) {
        try {
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .usePageChecksumVerification()
                    .build();
            return ParquetFileReader.open(new LocalInputFile(path), options);
        } catch (IOException | RuntimeException damaged) {
            throw damaged(file, "in its footer", damaged);
        }
    }

    /** What costs no record; a column that is expected and not flat costs the file. */
    private static List<String> warnings(List<Type> fields, List<ExpectedColumn> expected, String file) {
        List<String> warnings = new ArrayList<>();
        for (Type field : fields) {
            String name = field.getName();
            if (ParquetColumn.isFlat(field)) {
                oldTime(field).ifPresent(warnings::add);
                continue;
            }
            String what = "the column '" + name + "' is nested or of a type without a text (" + shown(field) + ")";
            if (expected.stream().anyMatch(column -> column.name().equalsIgnoreCase(name))) {
                throw new RefusedFile(
                        RefusedFile.NESTED_COLUMN,
                        file + ": " + what + "; write one flat column for each value at its source,"
                                + " or take it out of the contract");
            }
            warnings.add(what + " and not in the contract; it is left out");
        }
        return warnings;
    }

    private static Optional<String> oldTime(Type field) {
        return field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96
                ? Optional.of("the column '" + field.getName() + "' has times of the old kind (INT96), read as UTC")
                : Optional.empty();
    }

    private static String shown(Type field) {
        String text = field.toString().replaceAll("\\s+", " ");
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static void checkKind(Path path, String file) throws IOException {
        long bytes = Files.size(path);
        if (bytes == 0) {
            throw new RefusedFile(RefusedFile.EMPTY, file + ": the file is empty; ask its sender for it again");
        }
        String start = "";
        String end = "";
        if (bytes >= LEAST_BYTES) {
            try (RandomAccessFile opened = new RandomAccessFile(path.toFile(), "r")) {
                start = mark(opened, 0);
                end = mark(opened, bytes - MARK.length());
            }
        }
        if (end.equals(LOCKED)) {
            throw new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file + ": the parquet file is encrypted; ask its sender for one that is not");
        }
        if (!start.equals(MARK)) {
            throw new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file + ": this is no parquet file, because it does not begin with " + MARK
                            + "; save it as parquet, or declare its format");
        }
        if (!end.equals(MARK)) {
            throw new RefusedFile(
                    RefusedFile.TRUNCATED,
                    file + ": the parquet file was cut or is still being written, because it does not end with " + MARK
                            + "; ask its sender for it again");
        }
    }

    private static String mark(RandomAccessFile file, long place) throws IOException {
        byte[] bytes = new byte[MARK.length()];
        file.seek(place);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

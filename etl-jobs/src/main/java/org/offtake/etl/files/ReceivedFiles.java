package org.offtake.etl.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import org.offtake.models.Dialect;

/** Where received files are inspected and opened; a file whose name ends in .gz is decompressed on the way. */
public final class ReceivedFiles {

    private ReceivedFiles() {}

    /** One full strict pass over a file; never throws because of what the file holds. */
    public static FileInspection inspect(Path file, Dialect dialect, List<ExpectedColumn> expected) {
        try {
            return strictPass(file, dialect, expected);
        } catch (RefusedFile refused) {
            return new FileInspection.Refused(refused.code(), refused.reason());
        }
    }

    /**
     * Opens a file past its header.
     *
     * @throws RefusedFile when it cannot be read; the iterator throws the same when that shows only later
     */
    public static RecordFile open(Path file, Dialect dialect, List<ExpectedColumn> expected) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedFile(
                    RefusedFile.NO_SUCH_FILE, name(file) + ": there is no such file; check the name and the folder");
        }
        try {
            return new SafeRecords(opened(file, dialect, expected), name(file));
        } catch (IOException | UncheckedIOException unreadable) {
            throw refusal(name(file), unreadable);
        }
    }

    private static RecordFile opened(Path file, Dialect dialect, List<ExpectedColumn> expected) throws IOException {
        return switch (dialect.format()) {
            case CSV -> csv(file, dialect, expected);
            case XLSX -> WorkbookFile.open(file, dialect, expected);
            case JSON_LINES -> jsonLines(file, dialect, expected);
            case PARQUET -> ParquetTable.open(file, expected);
        };
    }

    private static RecordFile csv(Path file, Dialect dialect, List<ExpectedColumn> expected) throws IOException {
        ReceivedBytes bytes = ReceivedBytes.open(file, dialect.charset());
        try {
            PhysicalLines lines = new PhysicalLines(new DecodedText(bytes.stream(), bytes.charset()));
            Rows rows = new CsvRows(lines, dialect, name(file));
            return new TableFile(rows, bytes.stream(), dialect, expected, name(file), bytes.warnings(), false);
        } catch (IOException | RuntimeException failure) {
            bytes.stream().close();
            throw failure;
        }
    }

    private static RecordFile jsonLines(Path file, Dialect dialect, List<ExpectedColumn> expected) throws IOException {
        ReceivedBytes bytes = ReceivedBytes.open(file, dialect.charset());
        try {
            PhysicalLines lines = new PhysicalLines(new DecodedText(bytes.stream(), bytes.charset()));
            return new JsonLinesFile(lines, bytes.stream(), expected, name(file), bytes.warnings());
        } catch (IOException | RuntimeException failure) {
            bytes.stream().close();
            throw failure;
        }
    }

    private static FileInspection strictPass(Path file, Dialect dialect, List<ExpectedColumn> expected) {
        try (RecordFile records = open(file, dialect, expected)) {
            long bytes = Files.size(file);
            String sha256 = sha256(file);
            FlawCount flaws = new FlawCount();
            long count = 0;
            while (records.hasNext()) {
                flaws.add(records.next());
                count++;
            }
            if (Files.size(file) != bytes) {
                throw new RefusedFile(
                        RefusedFile.CHANGING,
                        name(file) + ": the file had " + bytes + " bytes and now has " + Files.size(file)
                                + ", so it is still being written; try again when it is complete");
            }
            return new FileInspection.Accepted(
                    sha256, bytes, records.header(), count, flaws.warnings(records.warnings()));
        } catch (IOException unreadable) {
            throw refusal(name(file), unreadable);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** What is wrong with a file that cannot be read to its end. */
    public static RefusedFile refusal(String file, Exception failure) {
        Throwable cause =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof EOFException) {
            return new RefusedFile(
                    RefusedFile.TRUNCATED,
                    file + ": the compressed file ends too early, so it was cut; ask its sender for it again",
                    failure);
        }
        if (cause instanceof ZipException) {
            return new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file + ": the file cannot be decompressed (" + cause.getMessage()
                            + "); ask its sender for it again",
                    failure);
        }
        return new RefusedFile(
                RefusedFile.UNREADABLE,
                file + ": the file cannot be read (" + cause + "); check that it may be",
                failure);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

package org.offtake.etl.guess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offtake.etl.files.FirstRows;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RefusedFile;
import org.offtake.models.Dialect;

/** What a file of a new source probably is, from its first thousand records. */
public record FileGuess(Dialect dialect, List<ColumnGuess> columns, int records) {
    /** Bytes that tell format and encoding. */
    private static final int START = 1 << 20;

    /**
     * Looks into a file.
     *
     * @param currency in which amounts are taken to be, such as EUR
     * @throws RefusedFile when it cannot be read as any of the formats
     */
    public static FileGuess of(Path file, String currency) {
        Sample sample = sample(file);
        List<ColumnGuess> columns = new ArrayList<>();
        sample.columns()
                .forEach((name, values) -> columns.add(ColumnGuess.of(name, values, sample.records(), currency)));
        if (columns.isEmpty()) {
            throw new RefusedFile(
                    RefusedFile.EMPTY, file.getFileName() + ": the file has no column; ask its sender for it again");
        }
        return new FileGuess(sample.dialect(), columns, sample.records());
    }

    /** Whether all numbers with decimals are written with a comma. */
    boolean decimalComma() {
        return columns.stream().anyMatch(ColumnGuess::decimalComma);
    }

    private static Sample sample(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedFile(
                    RefusedFile.NO_SUCH_FILE, file + ": there is no such file; check its name and folder");
        }
        byte[] start = start(file);
        String mark = new String(start, 0, Math.min(4, start.length), StandardCharsets.ISO_8859_1);
        if (mark.equals("PAR1")) {
            return Sample.ofNamed(file, Dialect.parquet());
        }
        if (mark.equals("PK\u0003\u0004")) {
            return HeaderGuess.of(
                    Dialect.xlsx(),
                    FirstRows.read(file, Dialect.xlsx(), Sample.RECORDS).rows());
        }
        String text = TextDialect.text(start).replace("\uFEFF", "").strip();
        if (text.startsWith("{")) {
            return Sample.ofNamed(file, Dialect.jsonLines().withCharset(TextDialect.charset(start)));
        }
        return TextDialect.sample(file, start);
    }

    private static byte[] start(Path file) {
        try {
            return FirstRows.bytes(file, START);
        } catch (IOException unreadable) {
            throw ReceivedFiles.refusal(String.valueOf(file.getFileName()), unreadable);
        }
    }
}

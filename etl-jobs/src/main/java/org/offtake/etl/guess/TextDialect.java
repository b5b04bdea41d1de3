package org.offtake.etl.guess;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offtake.etl.files.FirstRows;
import org.offtake.etl.files.RefusedFile;
import org.offtake.models.Dialect;

/** Tries how a delimited text is written: the dialect in which most rows have the same number of fields. */
final class TextDialect {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final List<Character> QUOTES = List.of('"', '\'');
    private static final String FALLBACK = "windows-1252";

    private TextDialect() {}

    private record Tried(Dialect dialect, List<List<String>> rows, long misfits, int width) {}

    static Sample sample(Path file, byte[] start) {
        String charset = charset(start);
        List<Tried> tried = new ArrayList<>();
        for (String delimiter : DELIMITERS) {
            for (char quote : QUOTES) {
                Dialect dialect = Dialect.csv()
                        .withCharset(charset)
                        .withDelimiter(delimiter)
                        .withQuote(quote);
                tried(file, dialect).ifPresent(tried::add);
            }
        }
        return tried.stream()
                .filter(one -> one.width() > 1)
                .min(Comparator.comparingLong(Tried::misfits)
                        .thenComparing(Comparator.comparingInt(Tried::width).reversed()))
                .map(best -> HeaderGuess.of(best.dialect(), best.rows()))
                .orElseGet(() -> asUsual(file, charset));
    }

    private static Sample asUsual(Path file, String charset) {
        Dialect usual = Dialect.csv().withCharset(charset);
        return HeaderGuess.of(usual, FirstRows.read(file, usual, Sample.RECORDS).rows());
    }

    /** Lines above a header are few: rows of another width speak against a dialect, as do fields in other quotes. */
    private static Optional<Tried> tried(Path file, Dialect dialect) {
        try {
            FirstRows first = FirstRows.read(file, dialect, Sample.RECORDS);
            int width = HeaderGuess.usualWidth(first.rows());
            long others =
                    first.rows().stream().filter(row -> row.size() != width).count();
            String mark = dialect.quote() == '"' ? "'" : "\"";
            long quotes = first.rows().stream()
                    .flatMap(List::stream)
                    .filter(field -> field.length() > 1 && field.startsWith(mark) && field.endsWith(mark))
                    .count();
            return Optional.of(new Tried(dialect, first.rows(), first.flawed() + others + quotes, width));
        } catch (RefusedFile notInThisDialect) {
            return Optional.empty();
        }
    }

    /** A byte order mark is seen when the file is opened; without one it is UTF-8 when it can be. */
    static String charset(byte[] start) {
        int zeros = 0;
        int zerosFirst = 0;
        for (int place = 0; place < start.length; place++) {
            zeros += start[place] == 0 ? 1 : 0;
            zerosFirst += start[place] == 0 && place % 2 == 0 ? 1 : 0;
        }
        if (zeros * 3 > start.length) {
            return zerosFirst * 2 > zeros ? "UTF-16BE" : "UTF-16LE";
        }
        return isUtf8(start) ? "UTF-8" : FALLBACK;
    }

    /** The last character may be cut. */
    private static boolean isUtf8(byte[] start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false);
        return !result.isError();
    }

    /** The beginning of a file as text, whatever it is. */
    static String text(byte[] start) {
        return new String(start, Charset.forName(charset(start)));
    }
}

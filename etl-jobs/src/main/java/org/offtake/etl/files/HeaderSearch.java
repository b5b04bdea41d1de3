package org.offtake.etl.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Dialect;

/** Finds the header of a file and holds it against the contract's columns. */
final class HeaderSearch {

    /** Records that are looked at for a header with lines above it. */
    private static final int FARTHEST = 100;

    private static final int LONGEST = 120;

    /** What a decoder puts for octets that are no character. */
    private static final int UNDECODABLE = 0xFFFD;

    private static final String IF_NO_HEADER = "if the file has no header declare it absent, if other lines stand above"
            + " it declare that it is to be found, and check the delimiter";

    private static final String CORRECT = "correct the names in the contract or the header at its source";

    private final Rows rows;
    private final List<ExpectedColumn> expected;
    private final String file;

    HeaderSearch(Rows rows, List<ExpectedColumn> expected, String file) {
        this.rows = rows;
        this.expected = expected;
        this.file = file;
    }

    Header find(Dialect.Header place) throws IOException {
        return switch (place) {
            case ABSENT -> Header.ofExpected(expected);
            case PRESENT -> first();
            case FIND -> belowOtherLines();
        };
    }

    private Header first() throws IOException {
        Row row = rows.next();
        if (row == null) {
            throw empty();
        }
        Flaw flaw = row.flaw();
        if (flaw != null) {
            boolean encoding = flaw.code().equals(Flaw.NUL) || flaw.code().equals(Flaw.UNDECODABLE);
            throw new RefusedFile(
                    encoding ? RefusedFile.WRONG_ENCODING : RefusedFile.NO_HEADER,
                    file + ": " + row.asHeader() + " cannot be read, because " + flaw.detail()
                            + "; correct the charset in the contract or the header at its source");
        }
        Header header = Header.of(row.fields());
        if (!expected.isEmpty() && expected.stream().noneMatch(header::has)) {
            throw new RefusedFile(
                    RefusedFile.NO_HEADER,
                    "%s: %s names none of the %d expected columns (%s) but %s; %s"
                            .formatted(
                                    file,
                                    row.line() == 0 ? row.asHeader() : row.where(),
                                    expected.size(),
                                    names(),
                                    shown(row.fields()),
                                    row.line() == 0 ? CORRECT : IF_NO_HEADER));
        }
        return accepted(header, row);
    }

    /** One that names most of what is required is meant as the header, so that what it lacks is told. */
    private Header belowOtherLines() throws IOException {
        int looked = 0;
        long required = expected.stream().filter(ExpectedColumn::required).count();
        long fewest = required - required / 2;
        Optional<Row> meant = Optional.empty();
        for (Row row = rows.next(); row != null; row = looked < FARTHEST ? rows.next() : null) {
            looked++;
            Header header = Header.of(row.fields());
            if (row.flaw() != null || expected.stream().noneMatch(header::has)) {
                continue;
            }
            int missing = header.missing(expected).size();
            if (missing == 0) {
                return accepted(header, row);
            }
            if (missing < fewest) {
                fewest = missing;
                meant = Optional.of(row);
            }
        }
        if (looked == 0) {
            throw empty();
        }
        if (meant.isPresent()) {
            return accepted(Header.of(meant.get().fields()), meant.get());
        }
        throw new RefusedFile(
                RefusedFile.NO_HEADER,
                "%s: none of the first %d records names every required column (%s); %s"
                        .formatted(file, looked, names(), CORRECT));
    }

    private Header accepted(Header header, Row row) {
        if (!header.duplicates().isEmpty()) {
            throw new RefusedFile(
                    RefusedFile.DUPLICATE_COLUMN,
                    file + ": " + row.asHeader() + " names a column more than once: "
                            + header.duplicates().entrySet().stream()
                                    .map(entry -> "'" + entry.getKey() + "' at places " + entry.getValue())
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + "; give each column its own name at the source");
        }
        List<ExpectedColumn> missing = header.missing(expected);
        if (!missing.isEmpty()) {
            throw new RefusedFile(
                    RefusedFile.MISSING_COLUMN,
                    file + ": " + row.asHeader() + " lacks " + missing.size() + " required column"
                            + (missing.size() == 1 ? "" : "s") + ": "
                            + missing.stream()
                                    .map(column -> header.lacking(column, expected))
                                    .collect(Collectors.joining(", "))
                            + "; " + CORRECT);
        }
        return header;
    }

    private RefusedFile empty() {
        return new RefusedFile(
                RefusedFile.EMPTY, file + ": the file has no record, not even a header; ask its sender for it again");
    }

    private String names() {
        return expected.stream().map(ExpectedColumn::name).collect(Collectors.joining(", "));
    }

    private static String shown(List<@Nullable String> fields) {
        String text = fields.stream().limit(5).map(String::valueOf).collect(Collectors.joining(" | "));
        if (text.codePoints().anyMatch(HeaderSearch::isNoText)) {
            return "is no text";
        }
        return "begins '" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + "'";
    }

    private static boolean isNoText(int character) {
        return (Character.isISOControl(character) && character != '\t') || character == UNDECODABLE;
    }
}

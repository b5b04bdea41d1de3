package org.offtake.etl.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Dialect;

/**
 * Cuts a delimited text into records, good and broken, so that each line belongs to exactly one of them.
 *
 * <p>When a quote ends badly, the record ends with the line on which that quote was opened, and reading goes on with
 * the next line: a forgotten quote costs its own record, not those it would swallow.
 */
final class CsvRows implements Rows {

    /** Characters of one field that are taken. */
    static final int LONGEST_FIELD = 1024 * 1024;

    private final PhysicalLines lines;
    private final Dialect dialect;
    private final String file;
    private final QuotedFields quoted;

    CsvRows(PhysicalLines lines, Dialect dialect, String file) {
        this.lines = lines;
        this.dialect = dialect;
        this.file = file;
        this.quoted = new QuotedFields(dialect);
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line line = lines.next();
        while (line != null && line.isBlank(dialect.delimiter())) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.cut()) {
            return tooLong(new Span(line));
        }
        if (!dialect.recordEnd().isEmpty()) {
            return endedRow(line);
        }
        if (dialect.quote() == Dialect.NO_QUOTE || line.text().indexOf(dialect.quote()) < 0) {
            return row(new Span(line), line.text(), split(line.text()));
        }
        return quotedRow(line);
    }

    private Row quotedRow(Line opening) throws IOException {
        Span span = new Span(opening);
        QuoteScan scan = new QuoteScan(dialect.quote(), dialect.delimiter());
        QuoteScan.State state = scan.after(opening);
        while (state == QuoteScan.State.OPEN) {
            Line line = lines.next();
            if (line == null) {
                throw new RefusedFile(
                        RefusedFile.OPEN_QUOTE,
                        "%s: a quote opened on line %d is never closed, so the %d lines from there to the end cannot be "
                                        .formatted(
                                                file,
                                                scan.openedOn(),
                                                span.last().number() - scan.openedOn() + 1)
                                + "told apart; close or double that quote, or ask for the file again if it was cut");
            }
            span.add(line);
            if (line.cut()) {
                return tooLong(span);
            }
            state = scan.after(line);
        }
        if (state == QuoteScan.State.BROKEN) {
            return brokenQuote(span, scan.openedOn());
        }
        if (span.isTooLong()) {
            return tooLong(span);
        }
        String text = span.text();
        return row(span, text, quoted.of(text));
    }

    private Row brokenQuote(Span span, long openedOn) {
        long endedOn = span.last().number();
        if (span.isTooLong()) {
            throw new RefusedFile(
                    RefusedFile.OPEN_QUOTE,
                    "%s: a quote opened on line %d ends in the middle of a field on line %d, more than %d characters on; "
                                    .formatted(file, openedOn, endedOn, PhysicalLines.LONGEST)
                            + "close or double that quote");
        }
        lines.giveBack(span.after(openedOn));
        Span record = span.upTo(openedOn);
        String detail =
                "a quoted field opened on line %d goes on after its closing quote on line %d; double the quotes inside a field"
                        .formatted(openedOn, endedOn);
        return flawed(record, new Flaw(Flaw.BROKEN_QUOTE, detail));
    }

    private Row endedRow(Line first) throws IOException {
        Span span = new Span(first);
        String end = dialect.recordEnd();
        while (!span.last().text().endsWith(end)) {
            Line line = lines.next();
            if (line == null || line.cut() || span.isTooLong()) {
                throw new RefusedFile(
                        RefusedFile.OPEN_RECORD,
                        "%s: the record on line %d is not closed by %s up to line %d; ask for the file again if it was cut, or correct the record end in its contract"
                                .formatted(
                                        file, first.number(), end, span.last().number()));
            }
            span.add(line);
        }
        String text = span.text();
        return row(span, text, split(text.substring(0, text.length() - end.length())));
    }

    private List<@Nullable String> split(String text) {
        String delimiter = dialect.delimiter();
        List<@Nullable String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            parts.add(text.substring(start, end));
            start = end + delimiter.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Row row(Span span, String text, List<@Nullable String> fields) {
        return new Row(
                span.first().number(), span.last().number(), fields, text, flaw(span, text, fields), endsFile(span));
    }

    private static @Nullable Flaw flaw(Span span, String text, List<@Nullable String> fields) {
        Optional<Flaw> unreadable = LineFlaws.ofText(text, span.undecodable());
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (text.length() <= LONGEST_FIELD) {
            return null;
        }
        for (int index = 0; index < fields.size(); index++) {
            String field = fields.get(index);
            if (field != null && field.length() > LONGEST_FIELD) {
                return LineFlaws.tooLongField(String.valueOf(index + 1), field.length());
            }
        }
        return null;
    }

    private static Row tooLong(Span span) {
        return flawed(span, LineFlaws.tooLong());
    }

    private static Row flawed(Span span, Flaw flaw) {
        return new Row(span.first().number(), span.last().number(), List.of(), span.text(), flaw, endsFile(span));
    }

    private static boolean endsFile(Span span) {
        return span.last().end().isEmpty();
    }
}

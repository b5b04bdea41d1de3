package org.offtake.models;

import java.io.Serializable;
import java.nio.charset.Charset;

/**
 * How a source writes its files, as its contract declares it.
 *
 * @param charset name of the encoding; a byte order mark in the file wins over it
 * @param delimiter what stands between two fields, one character or several
 * @param quote what encloses a field that holds a delimiter or a line break; {@link #NO_QUOTE} when nothing does
 * @param recordEnd what closes a record before its line end, such as {@code &|}; empty when the line end alone does
 * @param sheet name of the sheet of a workbook; empty for the first one
 */
public record Dialect(
        Format format, String charset, String delimiter, char quote, String recordEnd, Header header, String sheet)
        implements Serializable {

    public static final char NO_QUOTE = '\0';

    private static final long serialVersionUID = 1L;

    /** The kinds of file that can be read. */
    public enum Format {
        CSV,
        XLSX,
        JSON_LINES,
        PARQUET
    }

    /** Where the names of the columns stand. */
    public enum Header {
        /** In the first record that is not blank. */
        PRESENT,
        /** Nowhere: the columns are the declared ones, in their declared order. */
        ABSENT,
        /** Below lines that do not belong to the table, in the first record that names every required column. */
        FIND
    }

    public Dialect {
        if (!isKnown(charset)) {
            throw new IllegalArgumentException("Charset '" + charset + "' is not known: use a name such as UTF-8, "
                    + "UTF-16LE, windows-1252 or ISO-8859-1");
        }
        if (delimiter.isEmpty() || delimiter.contains("\n") || delimiter.contains("\r")) {
            throw new IllegalArgumentException("The delimiter must be one or more characters on one line, such as ;");
        }
        if (quote != NO_QUOTE && delimiter.indexOf(quote) >= 0) {
            throw new IllegalArgumentException(
                    "The quote character " + quote + " cannot be a part of the delimiter " + delimiter);
        }
        if (!recordEnd.isEmpty() && quote != NO_QUOTE) {
            throw new IllegalArgumentException("A record end such as " + recordEnd + " is for files without quotes: "
                    + "declare that there is no quote character");
        }
    }

    /** RFC 4180 in UTF-8 with a header: what most files are. */
    public static Dialect csv() {
        return new Dialect(Format.CSV, "UTF-8", ",", '"', "", Header.PRESENT, "");
    }

    /** The first sheet of a workbook, with a header. */
    public static Dialect xlsx() {
        return csv().withFormat(Format.XLSX);
    }

    /** One JSON object per line, in UTF-8. */
    public static Dialect jsonLines() {
        return csv().withFormat(Format.JSON_LINES);
    }

    /** A Parquet file, which says itself how it is written. */
    public static Dialect parquet() {
        return csv().withFormat(Format.PARQUET);
    }

    public Dialect withFormat(Format other) {
        return new Dialect(other, charset, delimiter, quote, recordEnd, header, sheet);
    }

    public Dialect withCharset(String other) {
        return new Dialect(format, other, delimiter, quote, recordEnd, header, sheet);
    }

    public Dialect withDelimiter(String other) {
        return new Dialect(format, charset, other, quote, recordEnd, header, sheet);
    }

    public Dialect withQuote(char other) {
        return new Dialect(format, charset, delimiter, other, recordEnd, header, sheet);
    }

    /** The same dialect without quotes, each record closed by these characters and a line end. */
    public Dialect withRecordEnd(String other) {
        return new Dialect(format, charset, delimiter, NO_QUOTE, other, header, sheet);
    }

    public Dialect withHeader(Header other) {
        return new Dialect(format, charset, delimiter, quote, recordEnd, other, sheet);
    }

    public Dialect withSheet(String other) {
        return new Dialect(format, charset, delimiter, quote, recordEnd, header, other);
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException malformedName) {
            return false;
        }
    }
}

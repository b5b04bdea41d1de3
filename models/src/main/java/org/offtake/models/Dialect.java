package org.offtake.models;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Optional;

/** How the files of a source are written. */
public record Dialect(
        Format format, String charsetName, char delimiter, char quote, Header header, Optional<String> sheet)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The format of a file; a trailing {@code .gz} in its name means that it is compressed. */
    public enum Format {
        CSV,
        XLSX,
        JSON_LINES
    }

    /** Where the names of the columns stand. */
    public enum Header {
        PRESENT,
        ABSENT,
        FIND
    }

    public static Dialect csv() {
        return new Dialect(Format.CSV, "UTF-8", ',', '"', Header.PRESENT, Optional.empty());
    }

    public static Dialect xlsx() {
        return new Dialect(Format.XLSX, "UTF-8", ',', '"', Header.PRESENT, Optional.empty());
    }

    public static Dialect jsonLines() {
        return new Dialect(Format.JSON_LINES, "UTF-8", ',', '"', Header.ABSENT, Optional.empty());
    }

    public Dialect withDelimiter(String text) {
        return new Dialect(format, charsetName, text.charAt(0), quote, header, sheet);
    }

    public Dialect withQuote(char other) {
        return new Dialect(format, charsetName, delimiter, other, header, sheet);
    }

    public Dialect withCharset(Charset other) {
        return new Dialect(format, other.name(), delimiter, quote, header, sheet);
    }

    public Dialect withHeader(Header other) {
        return new Dialect(format, charsetName, delimiter, quote, other, sheet);
    }

    public Dialect withSheet(String other) {
        return new Dialect(format, charsetName, delimiter, quote, header, Optional.of(other));
    }
}

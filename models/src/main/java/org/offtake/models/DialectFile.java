package org.offtake.models;

import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Reads how the files of a source table are written. */
final class DialectFile {
    private DialectFile() {}

    static Dialect read(YamlMap contract, Optional<YamlMap> dialect) {
        Dialect plain =
                switch (contract.text("format")) {
                    case "csv" -> Dialect.csv();
                    case "xlsx" -> Dialect.xlsx();
                    case "json_lines" -> Dialect.jsonLines();
                    default -> throw contract.problem("format", "'format' is csv, xlsx or json_lines");
                };
        return dialect.map(map -> refine(plain, map)).orElse(plain);
    }

    private static Dialect refine(Dialect plain, YamlMap map) {
        Dialect refined = plain;
        if (map.has("delimiter")) {
            refined = refined.withDelimiter(map.text("delimiter").replace("\\t", "\t"));
        }
        if (map.has("quote")) {
            refined = refined.withQuote(map.text("quote").charAt(0));
        }
        if (map.has("encoding")) {
            refined = refined.withCharset(charset(map));
        }
        if (map.has("header")) {
            refined = refined.withHeader(header(map));
        }
        return map.optionalText("sheet").map(refined::withSheet).orElse(refined);
    }

    private static Charset charset(YamlMap map) {
        try {
            return Charset.forName(map.text("encoding"));
        } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException unknown) {
            throw map.problem(
                    "encoding", "unknown encoding '" + map.text("encoding") + "', such as utf-8 or windows-1252");
        }
    }

    private static Dialect.Header header(YamlMap map) {
        return switch (map.text("header")) {
            case "present" -> Dialect.Header.PRESENT;
            case "absent" -> Dialect.Header.ABSENT;
            case "find" -> Dialect.Header.FIND;
            default -> throw map.problem("header", "'header' is present, absent or find");
        };
    }
}

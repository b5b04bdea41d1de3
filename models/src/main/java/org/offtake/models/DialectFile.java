package org.offtake.models;

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
                    case "parquet" -> Dialect.parquet();
                    default -> throw contract.problem("format", "'format' is csv, xlsx, json_lines or parquet");
                };
        if (plain.format() == Dialect.Format.PARQUET && dialect.isPresent()) {
            throw contract.problem(
                    "dialect", "a parquet file says itself how it is written; take 'dialect' out of the contract");
        }
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
            refined = refined.withCharset(map.text("encoding"));
        }
        if (map.has("record_end")) {
            refined = refined.withRecordEnd(map.text("record_end"));
        }
        if (map.has("header")) {
            refined = refined.withHeader(header(map));
        }
        return map.optionalText("sheet").map(refined::withSheet).orElse(refined);
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

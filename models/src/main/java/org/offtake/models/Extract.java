package org.offtake.models;

import java.util.Optional;
import java.util.Set;

/**
 * How a source table is read from the database of its system.
 *
 * @param table its name there, with its schema or without; empty when a query is read
 * @param query one SELECT that is read as a table would be; empty when a table is
 * @param watermark the column that grows with every change of a row; without one, everything is read every time
 * @param overlap how far before the greatest watermark seen the next reading begins
 * @param mayBeEmpty whether a table that had rows and has none is believed
 */
public record Extract(
        Optional<String> table,
        Optional<String> query,
        Optional<String> watermark,
        Overlap overlap,
        boolean mayBeEmpty) {
    private static final Set<String> KEYS = Set.of("table", "query", "watermark", "overlap", "may_be_empty");
    private static final Set<String> OF_FILES = Set.of("files", "format", "stamp", "delivers", "dialect");

    /** Reads {@code from: jdbc} and what belongs to it; empty for a table that comes as files. */
    static Optional<Extract> read(YamlMap contract) {
        if (!contract.has("from")) {
            refuse(contract, KEYS, "' is for a table that says 'from: jdbc'");
            return Optional.empty();
        }
        if (!contract.text("from").equals("jdbc")) {
            throw contract.problem("from", "'from' is jdbc, or is left out for files");
        }
        refuse(contract, OF_FILES, "' is for files, and this table comes from a database");
        if (contract.has("table") == contract.has("query")) {
            throw contract.problem("from", "a table from a database has either 'table' or 'query'");
        }
        if (contract.has("overlap") && !contract.has("watermark")) {
            throw contract.problem("overlap", "'overlap' needs 'watermark': without one everything is read every time");
        }
        if (contract.has("watermark") && contract.flag("keyless", false)) {
            throw contract.problem(
                    "watermark",
                    "records without a key cannot be read by a watermark, for rows read again would count twice;"
                            + " take 'watermark' away, so that everything is read every time");
        }
        return Optional.of(new Extract(
                contract.optionalText("table"),
                contract.optionalText("query").map(Extract::withoutEnd),
                contract.optionalText("watermark"),
                contract.optionalText("overlap")
                        .map(text -> overlap(contract, text))
                        .orElse(Overlap.USUAL),
                contract.flag("may_be_empty", false)));
    }

    /** What is read, as people say it. */
    public String what() {
        return table.orElse("the query");
    }

    private static Overlap overlap(YamlMap contract, String text) {
        try {
            return Overlap.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw contract.problem("overlap", String.valueOf(wrong.getMessage()));
        }
    }

    private static void refuse(YamlMap contract, Set<String> keys, String why) {
        contract.keys().stream().filter(keys::contains).findFirst().ifPresent(key -> {
            throw contract.problem(key, "'" + key + why);
        });
    }

    private static String withoutEnd(String query) {
        return query.strip().replaceFirst(";\\s*$", "");
    }
}

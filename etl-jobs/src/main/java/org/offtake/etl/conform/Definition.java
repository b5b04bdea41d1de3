package org.offtake.etl.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.etl.configuration.Configuration;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** What decides how a source table is conformed, as one hash: when it changes, everything is conformed anew. */
final class Definition {
    /** Changes with the bookkeeping that silver rows carry. */
    private static final String LAYOUT = "2";

    private Definition() {}

    static String of(Configuration configuration, Library library, SourceTable table) {
        List<String> parts = new ArrayList<>();
        Configuration.Company company = configuration.source(table.system()).company();
        parts.add(LAYOUT + " " + company.code() + " " + company.zone());
        parts.add(table.columns().toString() + table.becomes() + table.mentions() + table.keyless());
        parts.add(table.snapshot().toString());
        Stream.concat(table.becomes().keySet().stream(), table.mentions().stream())
                .sorted()
                .forEach(entity -> {
                    parts.add(library.entity(entity).toString());
                    library.mapping(table, entity).ifPresent(mapping -> parts.add(mapping.sql()));
                });
        return DigestUtils.sha256Hex(String.join("\n", parts));
    }
}

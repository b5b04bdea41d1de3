package org.offtake.outbound.lineage;

import java.util.List;
import java.util.Optional;

/**
 * A table, named as OpenLineage names things.
 *
 * @param namespace where it is, such as {@code file} or {@code postgres://host:5432}
 * @param name a path, or database, schema and table with dots between them
 * @param version which state of it; empty where none is known
 */
public record Dataset(String namespace, String name, Optional<String> version, List<Field> fields) {
    public Dataset {
        fields = List.copyOf(fields);
    }

    /** A column; {@code about} may be empty. */
    public record Field(String name, String type, String about) {}
}

package org.offtake.models;

import java.nio.file.Path;

/** How the records of a source table become rows of an entity: one SELECT over one bronze table. */
public record Mapping(String system, String entity, Path file, String sql) {
    static Mapping read(String system, Path file) {
        return new Mapping(system, TextFile.stem(file), file, TextFile.read(file));
    }
}

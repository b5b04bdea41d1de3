package org.offtake.models;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the records of a source table become rows of an entity: one SELECT over one bronze table.
 *
 * @param table the source table it is for, of a file {@code <entity>.<table>.sql}; empty when one table of the system
 *     becomes the entity, and the file is {@code <entity>.sql}
 */
public record Mapping(String system, String entity, Optional<String> table, Path file, String sql) {
    static Mapping read(String system, Path file) {
        String[] names = TextFile.stem(file).split("\\.", 2);
        Optional<String> table = names.length == 2 ? Optional.of(names[1]) : Optional.empty();
        return new Mapping(system, names[0], table, file, TextFile.read(file));
    }

    boolean isOf(SourceTable source, String wanted) {
        return system.equals(source.system())
                && entity.equals(wanted)
                && table.map(source.name()::equals).orElse(true);
    }
}

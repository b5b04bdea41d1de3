package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must fit between the files of a library. */
final class LibraryRules {
    private LibraryRules() {}

    static void check(Library library) {
        library.sources().forEach(source -> checkSource(library, source));
        library.mappings().forEach(mapping -> {
            requireEntity(library, mapping.entity(), mapping.file());
            mapping.table().ifPresent(table -> requireTable(library, mapping, table));
        });
        library.entities().values().forEach(entity -> refuseKept(library.ledger(), entity.table(), entity.file()));
        library.models().values().forEach(model -> refuseKept(library.register(), model.table(), model.file()));
        library.models().values().forEach(model -> model.reads().forEach(read -> checkRead(library, model, read)));
        library.models().values().forEach(model -> model.columns()
                .forEach(column -> column.type().pointsTo().ifPresent(target -> checkRead(library, model, target))));
    }

    private static void refuseKept(Map<TableName, KeptTable> kept, TableName table, Path file) {
        KeptTable twin = kept.get(table);
        if (twin != null) {
            throw standsAlready(table.toString(), file, twin.file());
        }
    }

    static ContractException standsAlready(String name, Path file, Path twin) {
        return new ContractException(file, name + " stands already in " + twin);
    }

    static void requireSeed(List<Seed> seeds, Path amendment) {
        if (seeds.stream().noneMatch(seed -> seed.isAmendedBy(amendment))) {
            List<String> known = seeds.stream().map(seed -> seed.table().name()).toList();
            String name = TextFile.stem(amendment);
            throw new ContractException(
                    amendment,
                    "there is no seed '" + name
                            + "' that it could amend; a table of its own needs a contract beside it, " + name + ".yml."
                            + Nearest.hint(name, known));
        }
    }

    private static void checkSource(Library library, SourceTable source) {
        Stream.concat(source.becomes().keySet().stream(), source.mentions().stream())
                .forEach(entity -> {
                    requireEntity(library, entity, source.file());
                    if (library.mapping(source, entity).isEmpty()) {
                        throw new ContractException(
                                source.file(),
                                "no mapping for " + entity + ": write sources/" + source.system() + "/" + entity
                                        + ".sql");
                    }
                });
        source.becomes().keySet().forEach(name -> checkScope(library.entity(name), source));
    }

    private static void checkScope(Entity entity, SourceTable source) {
        List<String> names = entity.columns().stream().map(Column::name).toList();
        source.snapshot().map(Snapshot::scope).orElse(List.of()).stream()
                .filter(column -> !names.contains(column))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ContractException(
                            source.file(),
                            "'scope' names '" + unknown + "', which is no column of " + entity.table() + "."
                                    + Nearest.hint(unknown, names));
                });
    }

    private static void requireEntity(Library library, String entity, Path file) {
        if (!library.entities().containsKey(entity)) {
            throw new ContractException(
                    file,
                    "unknown entity '" + entity + "'."
                            + Nearest.hint(entity, library.entities().keySet()));
        }
    }

    private static void requireTable(Library library, Mapping mapping, String table) {
        List<String> known = library.sourcesOf(mapping.system()).stream()
                .map(SourceTable::name)
                .toList();
        if (!known.contains(table)) {
            throw new ContractException(
                    mapping.file(),
                    "is named for the table '" + table + "', which " + mapping.system() + " does not have."
                            + Nearest.hint(table, known));
        }
    }

    private static void checkRead(Library library, Model model, TableName read) {
        Set<TableName> known = library.tables();
        if (!known.contains(read)) {
            throw new ContractException(
                    model.file(),
                    "reads " + read + ", which does not exist."
                            + Nearest.hint(
                                    read.toString(),
                                    known.stream().map(TableName::toString).toList()));
        }
    }
}

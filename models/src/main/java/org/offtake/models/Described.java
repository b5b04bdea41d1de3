package org.offtake.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a table is and what it is made of, whether a source delivers it, we agreed on it, or a SELECT works it out.
 *
 * @param name as it is spoken of: {@code gold.dim_party}, or {@code wholesale/orders} for a table of a source
 * @param grain the columns that name a row; empty where the source promises none
 * @param columns what they say is empty for those of a source
 * @param reads the tables that it is made of, by name
 * @param file where it is written down
 * @param amendments the files of a user's own that change records of it; none but for a seed
 */
public record Described(
        String name,
        String about,
        Optional<String> owner,
        List<String> grain,
        List<Column> columns,
        List<Check> checks,
        List<String> reads,
        Path file,
        List<Path> amendments) {

    static Described of(SourceTable source) {
        List<Column> columns = source.columns().stream()
                .map(column -> new Column(column.name(), column.type(), column.optional(), ""))
                .toList();
        return new Described(
                source.qualifiedName(),
                source.about(),
                Optional.empty(),
                List.of(),
                columns,
                List.of(),
                List.of(),
                source.file(),
                List.of());
    }

    static Described of(Entity entity, List<SourceTable> sources) {
        String name = entity.table().name();
        List<String> told = sources.stream()
                .filter(source ->
                        source.becomes().containsKey(name) || source.mentions().contains(name))
                .map(SourceTable::qualifiedName)
                .sorted()
                .toList();
        List<String> grain = Stream.of(Entity.ENVELOPE.stream(), Stream.of(entity.key()), entity.effective().stream())
                .flatMap(names -> names)
                .toList();
        return new Described(
                entity.table().toString(),
                entity.about(),
                Optional.empty(),
                grain,
                entity.columns(),
                entity.checks(),
                told,
                entity.file(),
                List.of());
    }

    static Described of(KeptTable kept) {
        return new Described(
                kept.table().toString(),
                kept.about(),
                Optional.empty(),
                kept.grain(),
                kept.columns(),
                List.of(),
                List.of(),
                kept.file(),
                List.of());
    }

    static Described of(Seed seed) {
        return new Described(
                seed.table().toString(),
                seed.about(),
                Optional.empty(),
                seed.grain(),
                seed.columns(),
                List.of(),
                List.of(),
                seed.csv(),
                seed.amendments());
    }

    static Described of(Model model) {
        return new Described(
                model.table().toString(),
                model.about(),
                Optional.of(model.owner()),
                model.grain(),
                model.columns(),
                model.checks(),
                model.reads().stream().map(TableName::toString).sorted().toList(),
                model.file(),
                List.of());
    }
}

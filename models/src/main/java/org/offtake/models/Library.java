package org.offtake.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything the models folders say, by name.
 *
 * @param ledger what arrived and what could not be used: tables of silver that models may read
 * @param register what people were told, in schema mart: for readers, and no model reads it
 */
public record Library(
        Map<String, Entity> entities,
        List<SourceTable> sources,
        List<Mapping> mappings,
        Map<TableName, KeptTable> ledger,
        Map<TableName, KeptTable> register,
        Map<TableName, Seed> seeds,
        Map<TableName, Model> models,
        List<Assertion> assertions) {

    /**
     * Reads the shipped folder and a user's own ones; a name that stands in two of them is refused, but for the records of a
     * seed without a contract, which amend the seed of that name.
     */
    public static Library read(List<Path> roots) {
        List<SourceTable> sources = new ArrayList<>();
        List<Mapping> mappings = new ArrayList<>();
        for (Path root : roots) {
            for (Path file : TextFile.below(root.resolve("sources"), ".yml")) {
                sources.add(SourceTable.read(system(file), file));
            }
            for (Path file : TextFile.below(root.resolve("sources"), ".sql")) {
                mappings.add(Mapping.read(system(file), file));
            }
        }
        Library library = new Library(
                byName(
                        below(roots, "entities", ".yml", Entity::read),
                        entity -> entity.table().name(),
                        Entity::file),
                List.copyOf(sources),
                List.copyOf(mappings),
                kept(roots, "ledger", Layer.SILVER),
                kept(roots, "register", Layer.MART),
                seeds(roots),
                byName(models(roots), Model::table, Model::file),
                below(roots, "assertions", ".sql", Assertion::read));
        LibraryRules.check(library);
        return library;
    }

    public List<Model> models(Layer layer) {
        return models.values().stream()
                .filter(model -> model.table().layer() == layer)
                .toList();
    }

    /** Every table that a model may name. */
    public Set<TableName> tables() {
        Set<TableName> tables = new TreeSet<>(models.keySet());
        tables.addAll(seeds.keySet());
        tables.addAll(ledger.keySet());
        entities.values().forEach(entity -> tables.add(entity.table()));
        return tables;
    }

    public Model model(TableName table) {
        return Optional.ofNullable(models.get(table))
                .orElseThrow(() -> new IllegalArgumentException("there is no model " + table + "."
                        + Nearest.hint(
                                table.toString(),
                                models.keySet().stream()
                                        .map(TableName::toString)
                                        .toList())));
    }

    public Entity entity(String name) {
        return Optional.ofNullable(entities.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no entity " + name + "." + Nearest.hint(name, entities.keySet())));
    }

    /** How the records of a source table become an entity; the mapping of that table alone goes first. */
    public Optional<Mapping> mapping(SourceTable source, String entity) {
        return mappings.stream()
                .filter(mapping -> mapping.isOf(source, entity))
                .max(Comparator.comparing(mapping -> mapping.table().isPresent()));
    }

    /** The source table that people are told of by this name, such as {@code wholesale/orders}. */
    public SourceTable source(String name) {
        return sources.stream()
                .filter(source -> source.qualifiedName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no source table '" + name + "'."
                        + Nearest.hint(
                                name,
                                sources.stream().map(SourceTable::qualifiedName).toList())));
    }

    /** The source tables of one system. */
    public List<SourceTable> sourcesOf(String system) {
        return sources.stream().filter(source -> source.system().equals(system)).toList();
    }

    private static Map<TableName, KeptTable> kept(List<Path> roots, String folder, Layer layer) {
        return byName(
                below(roots, folder, ".yml", file -> KeptTable.read(layer, file)), KeptTable::table, KeptTable::file);
    }

    private static Map<TableName, Seed> seeds(List<Path> roots) {
        List<Seed> seeds = below(roots, "seeds", ".yml", Seed::read);
        List<Path> amendments = below(roots, "seeds", ".csv", Function.identity()).stream()
                .filter(Seed::hasNoContract)
                .toList();
        amendments.forEach(file -> LibraryRules.requireSeed(seeds, file));
        List<Seed> amended = seeds.stream()
                .map(seed -> seed.amendedBy(
                        amendments.stream().filter(seed::isAmendedBy).toList()))
                .toList();
        return byName(amended, Seed::table, Seed::csv);
    }

    private static List<Model> models(List<Path> roots) {
        List<Model> models = new ArrayList<>(below(roots, "gold", ".yml", file -> ModelFile.read(Layer.GOLD, file)));
        models.addAll(below(roots, "mart", ".yml", file -> ModelFile.read(Layer.MART, file)));
        return models;
    }

    private static <T> List<T> below(List<Path> roots, String folder, String ending, Function<Path, T> read) {
        return roots.stream()
                .flatMap(root -> TextFile.below(root.resolve(folder), ending).stream())
                .map(read)
                .toList();
    }

    private static <K extends Comparable<K>, V> Map<K, V> byName(
            Collection<V> values, Function<V, K> name, Function<V, Path> file) {
        Map<K, V> byName = new TreeMap<>();
        values.forEach(value -> {
            V twin = byName.put(name.apply(value), value);
            if (twin != null) {
                throw LibraryRules.standsAlready(name.apply(value).toString(), file.apply(value), file.apply(twin));
            }
        });
        return Collections.unmodifiableMap(byName);
    }

    private static String system(Path file) {
        return Objects.requireNonNull(file.getParent()).getFileName().toString();
    }
}

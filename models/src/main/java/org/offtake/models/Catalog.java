package org.offtake.models;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every table by name, with what it is made of and what is made of it; told without Spark. */
public record Catalog(Map<String, Described> tables) {

    public static Catalog of(Library library) {
        Map<String, Described> tables = new TreeMap<>();
        Stream.of(
                        library.sources().stream().map(Described::of),
                        library.entities().values().stream().map(entity -> Described.of(entity, library.sources())),
                        library.ledger().values().stream().map(Described::of),
                        library.register().values().stream().map(Described::of),
                        library.seeds().values().stream().map(Described::of),
                        library.models().values().stream().map(Described::of))
                .flatMap(described -> described)
                .forEach(described -> tables.put(described.name(), described));
        return new Catalog(Collections.unmodifiableMap(tables));
    }

    /** The table of this name; one that is none is refused with the nearest. */
    public Described table(String name) {
        Described found = tables.get(name);
        if (found == null) {
            throw new IllegalArgumentException("'" + name + "' is no table."
                    + Nearest.to(name, tables.keySet())
                            .map(near -> " Did you mean '" + near + "'?")
                            .orElse(" `offtake explain` lists every table."));
        }
        return found;
    }

    /** The tables that are made of this one, by name. */
    public List<String> readBy(String name) {
        return tables.values().stream()
                .filter(other -> other.reads().contains(name))
                .map(Described::name)
                .toList();
    }

    /** The tables of source systems that its rows come from in the end, by name. */
    public List<String> sources(String name) {
        TreeSet<String> sources = new TreeSet<>();
        TreeSet<String> seen = new TreeSet<>();
        walk(name, seen);
        seen.stream().filter(each -> each.contains("/")).forEach(sources::add);
        sources.remove(name);
        return List.copyOf(sources);
    }

    private void walk(String name, TreeSet<String> seen) {
        if (seen.add(name)) {
            table(name).reads().forEach(read -> walk(read, seen));
        }
    }
}

package org.offtake.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What must never happen: a SELECT that returns the broken rows.
 *
 * @param by columns of the SELECT, and of every table it reads, that tell apart what can be looked at by itself: a broken row
 *     of one such unit comes from rows of that unit alone; empty when only all rows together tell
 */
public record Assertion(String name, Path file, String sql, List<String> by) {
    static Assertion read(Path file) {
        String name = TextFile.stem(file);
        Path contract = file.resolveSibling(name + ".yml");
        List<String> by =
                Files.exists(contract) ? YamlMap.read(contract, Set.of("by")).texts("by") : List.of();
        return new Assertion(name, file, TextFile.read(file), by);
    }
}

package org.offtake.datatests.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A file as people write it, by its path within the checkout. */
public record SourceFile(String path, List<String> lines) {
    private static final Set<String> NOT_OURS = Set.of("target", "work", ".git", "node_modules");

    String text() {
        return String.join("\n", lines);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isSql() {
        return path.endsWith(".sql");
    }

    /** A SELECT of a model or of a source's mapping. */
    boolean isModel() {
        return isSql() && path.matches("(.*/)?models/(gold|mart|sources)/.*");
    }

    /** Migrations are written by `new migration` from the contracts. */
    boolean isGenerated() {
        return path.contains("/migrations/");
    }

    /** All Java and SQL files of the checkout, in the order of their paths. */
    public static List<SourceFile> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .filter(file -> ours(root.relativize(file)))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean ours(Path relative) {
        for (Path part : relative) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static SourceFile read(Path root, Path file) {
        try {
            return new SourceFile(root.relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

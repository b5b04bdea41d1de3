package org.offtake.models;

import java.nio.file.Path;

/** What must never happen: a SELECT that returns the broken rows. */
public record Assertion(String name, Path file, String sql) {
    static Assertion read(Path file) {
        return new Assertion(TextFile.stem(file), file, TextFile.read(file));
    }
}

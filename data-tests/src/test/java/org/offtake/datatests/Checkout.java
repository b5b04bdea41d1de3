package org.offtake.datatests;

import java.nio.file.Path;
import java.util.List;
import org.offtake.models.Library;

/** The folders of the checkout that is tested, and the library it ships. */
public final class Checkout {
    private Checkout() {}

    public static Path root() {
        return Path.of(System.getProperty("offtake.house", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** Where the server of this fork lives: one fork crashes its own. */
    public static Path postgres() {
        return Path.of("target", "postgres-for-tests-" + System.getProperty("offtake.fork", "1"))
                .toAbsolutePath();
    }

    public static Path models() {
        return root().resolve("models");
    }

    public static Path scenarios() {
        return root().resolve("data-tests").resolve("scenarios");
    }

    public static Library library() {
        return Library.read(List.of(models()));
    }
}

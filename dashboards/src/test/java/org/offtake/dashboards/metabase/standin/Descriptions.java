package org.offtake.dashboards.metabase.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The descriptions of Metabase that lie beside the checkout: a whole one that says little, and a small one that says much. */
public final class Descriptions {
    private static final Path FOLDER =
            Path.of(System.getProperty("offtake.house", "..")).resolve("../shared/openapi");

    private final List<Description> all;

    private Descriptions(List<Description> all) {
        this.all = all;
    }

    /** Whether they are there; they are not ours to copy. */
    public static boolean areThere() {
        return Files.exists(FOLDER.resolve("metabase-subset.yaml"));
    }

    /** The small one was written for one kind of database, and knows no other. */
    public static Descriptions read() {
        return new Descriptions(List.of(
                Description.of31(FOLDER.resolve("metabase-reconstructed-2026-04.json")),
                Description.of30(FOLDER.resolve("metabase-subset.yaml"), "/api")
                        .knowing("DatabaseEngine", "postgres")));
    }

    /** What is otherwise than described; empty when all is well. */
    public List<String> problems(Exchange exchange) {
        List<String> problems = new ArrayList<>();
        boolean known = false;
        for (Description description : all) {
            Optional<com.fasterxml.jackson.databind.JsonNode> operation = description.operation(exchange);
            if (operation.isPresent()) {
                known = true;
                problems.addAll(description.problems(exchange, operation.get()));
            }
        }
        if (!known) {
            problems.add(exchange + ": nothing describes this path");
        }
        return problems;
    }
}

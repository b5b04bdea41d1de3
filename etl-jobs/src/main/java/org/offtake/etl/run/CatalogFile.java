package org.offtake.etl.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.offtake.etl.lake.WholeFile;
import org.offtake.models.Catalog;
import org.offtake.models.Described;
import org.offtake.models.Follow;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;

/**
 * Contracts and lineage of every table as {@code catalog.json} beside the lake, for those who have neither the contracts
 * nor Spark.
 */
record CatalogFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static CatalogFile in(Path home) {
        return new CatalogFile(home.resolve("catalog.json"));
    }

    /** Writes nothing when nothing changed. */
    void write(Library library) {
        try {
            new WholeFile(file).write(JSON.writeValueAsBytes(json(library)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }

    private static ObjectNode json(Library library) {
        Catalog catalog = Catalog.of(library);
        ObjectNode root = JSON.createObjectNode();
        ObjectNode tables = root.putObject("tables");
        catalog.tables().values().forEach(table -> tables.set(table.name(), described(catalog, table)));
        library.models()
                .values()
                .forEach(model -> model((ObjectNode) tables.get(model.table().toString()), model));
        return root;
    }

    private static ObjectNode described(Catalog catalog, Described described) {
        ObjectNode table = JSON.createObjectNode();
        table.put("about", described.about().strip());
        described.owner().ifPresent(owner -> table.put("owner", owner));
        table.put("file", described.file().toAbsolutePath().normalize().toString());
        texts(table.putArray("grain"), described.grain());
        texts(table.putArray("reads"), described.reads());
        texts(table.putArray("read_by"), catalog.readBy(described.name()));
        texts(table.putArray("sources"), catalog.sources(described.name()));
        ArrayNode columns = table.putArray("columns");
        described.columns().forEach(column -> columns.addObject()
                .put("name", column.name())
                .put("is", column.type().toString())
                .put("optional", column.optional())
                .put("about", column.about().strip()));
        ArrayNode checks = table.putArray("checks");
        described.checks().forEach(check -> checks.addObject()
                .put(
                        check.severity().name().toLowerCase(Locale.ROOT),
                        check.condition().strip())
                .put("because", check.because().strip()));
        return table;
    }

    private static void model(ObjectNode table, Model model) {
        texts(table.putArray("by"), model.by());
        table.put("load", load(model.load()));
        ObjectNode follows = table.putObject("follows");
        model.follows()
                .values()
                .forEach(follow -> texts(follows.putArray(follow.table().toString()), follow(follow)));
        model.frozen().ifPresent(day -> table.put("frozen", day));
        ObjectNode visible = table.putObject("visible");
        model.visible().forEach(visible::put);
    }

    private static String load(LoadRule load) {
        if (load instanceof LoadRule.KeepHistory history) {
            return "keep_history_of " + history.id();
        }
        return load instanceof LoadRule.Replace ? "replace" : "merge";
    }

    /** As the contract writes it. */
    private static List<String> follow(Follow follow) {
        if (follow instanceof Follow.Direct direct) {
            return direct.expressions();
        }
        if (follow instanceof Follow.Through path) {
            return path.steps().stream()
                    .map(step -> step.value() + " -> " + step.via() + "." + step.viaColumn())
                    .toList();
        }
        return List.of("everything");
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}

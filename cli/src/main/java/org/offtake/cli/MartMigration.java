package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.models.Layer;
import org.offtake.models.MartDdl;
import org.offtake.models.Model;

/** The PostgreSQL tables of mart models, written down once as a migration. */
record MartMigration(House house) {
    private static final Pattern COMMENT = Pattern.compile("comment on (table|column) [a-z0-9_.]+ is '([^']|'')*';");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    /**
     * Writes one migration for all mart models that no migration names yet, for their new columns, and for what contracts
     * say otherwise now of a table or column; none when there is neither.
     */
    Optional<Path> write(String name) {
        List<Path> written = migrations();
        String known = written.stream().map(MartMigration::text).collect(Collectors.joining());
        Map<String, String> said = said(known);
        List<String> fresh = house.library(List.of()).models(Layer.MART).stream()
                .map(model -> known.contains("create table " + MartDdl.stored(model) + " (")
                        ? changes(model, said)
                        : MartDdl.create(model))
                .filter(statements -> !statements.isEmpty())
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        int version = written.stream().mapToInt(MartMigration::version).max().orElse(0) + 1;
        Path file = house.migrations().resolve("V" + version + "__" + name + ".sql");
        try {
            Files.createDirectories(house.migrations());
            Files.writeString(
                    file, "-- Generated from the contracts by `offtake new migration`.\n" + String.join("\n", fresh));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return Optional.of(file);
    }

    /** A column that no migration speaks of is new. */
    private static String changes(Model model, Map<String, String> said) {
        Stream<String> added = model.columns().stream()
                .filter(column -> !said.containsKey("comment on column " + MartDdl.stored(model) + "." + column.name()))
                .map(column -> MartDdl.add(model, column));
        Stream<String> comments =
                MartDdl.comments(model).stream().filter(comment -> !comment.equals(said.get(subject(comment))));
        return Stream.concat(added, comments).map(statement -> statement + "\n").collect(Collectors.joining());
    }

    /** By table or column, the comment that the migrations give it last. */
    private static Map<String, String> said(String migrations) {
        Map<String, String> said = new HashMap<>();
        COMMENT.matcher(migrations).results().forEach(comment -> said.put(subject(comment.group()), comment.group()));
        return said;
    }

    private static String subject(String comment) {
        return comment.substring(0, comment.indexOf(" is "));
    }

    private List<Path> migrations() {
        if (!Files.isDirectory(house.migrations())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(house.migrations())) {
            return files.filter(file ->
                            VERSION.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingInt(MartMigration::version))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int version(Path file) {
        Matcher name = VERSION.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

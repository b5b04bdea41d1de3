package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.MartDdl;
import org.offtake.models.Model;

/** The PostgreSQL tables of mart models, written down once as a migration. */
record MartMigration(House house) {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    /** Writes one migration for all mart models that no migration names yet; none when there is no such model. */
    Optional<Path> write(String name) {
        List<Path> written = migrations();
        String known = written.stream().map(MartMigration::text).collect(Collectors.joining());
        List<Model> fresh = Library.read(List.of(house.models())).models(Layer.MART).stream()
                .filter(model -> !known.contains("create table " + model.table() + " ("))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        int version = written.stream().mapToInt(MartMigration::version).max().orElse(0) + 1;
        Path file = house.migrations().resolve("V" + version + "__" + name + ".sql");
        try {
            Files.createDirectories(house.migrations());
            Files.writeString(
                    file,
                    fresh.stream()
                            .map(MartDdl::create)
                            .collect(Collectors.joining(
                                    "\n", "-- Generated from the contracts by `offtake new migration`.\n", "")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return Optional.of(file);
    }

    private List<Path> migrations() {
        if (!Files.isDirectory(house.migrations())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(house.migrations())) {
            return files.filter(file ->
                            VERSION.matcher(file.getFileName().toString()).matches())
                    .sorted()
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

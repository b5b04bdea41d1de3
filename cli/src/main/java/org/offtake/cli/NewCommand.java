package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.MartDdl;
import org.offtake.models.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes what a contract implies, so that nobody types it twice. */
@Command(name = "new", description = "Write the files of something new.", subcommands = NewCommand.Migration.class)
final class NewCommand {

    /** Writes the migration that gives new mart models their tables. */
    @Command(name = "migration", description = "Write the migration for mart models that have none yet.")
    static final class Migration implements java.util.concurrent.Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "What it is for, in snake_case.")
        private String name = "";

        @Override
        public Integer call() {
            House house = House.here();
            Library library = Library.read(List.of(house.models()));
            List<Path> written = migrations(house.migrations());
            String known = written.stream().map(Migration::text).reduce("", String::concat);
            List<Model> fresh = library.models().values().stream()
                    .filter(model -> model.table().layer() == Layer.MART)
                    .filter(model -> !known.contains("create table " + model.table() + " ("))
                    .toList();
            if (fresh.isEmpty()) {
                System.err.println("every mart model has a migration");
                return ExitCode.DONE;
            }
            Path file = house.migrations().resolve("V" + (written.size() + 1) + "__" + name + ".sql");
            String ddl = fresh.stream()
                    .map(MartDdl::create)
                    .reduce("", (left, right) -> left + (left.isEmpty() ? "" : "\n") + right);
            try {
                Files.createDirectories(house.migrations());
                Files.writeString(file, "-- Generated from the contracts by `offtake new migration`.\n" + ddl);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            System.err.println("wrote " + file + " for "
                    + fresh.stream().map(model -> model.table().toString()).toList());
            return ExitCode.DONE;
        }

        private static List<Path> migrations(Path folder) {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".sql"))
                        .sorted()
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static String text(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}

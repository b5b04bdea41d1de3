package org.offtake.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.configuration.Configuration;
import org.offtake.models.Library;
import picocli.CommandLine.Option;

/** The shipped models, and those of a configuration where there is one; for commands that need no warehouse. */
final class KnownModels {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A configuration that names models folders of your own (default: " + ConfiguredCommand.USUAL
                    + " in the working folder, where there is one).")
    private @Nullable Path config;

    /** The configuration that was named, else the one in the working folder. */
    Optional<Path> file() {
        return Optional.ofNullable(config)
                .or(() -> Optional.of(Path.of(ConfiguredCommand.USUAL)).filter(Files::exists));
    }

    Optional<Configuration> configuration() {
        return file().map(file -> Configuration.read(file, System.getenv()));
    }

    Library library() {
        return House.here().library(configuration().map(Configuration::models).orElse(List.of()));
    }
}

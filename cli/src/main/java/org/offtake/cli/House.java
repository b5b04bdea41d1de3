package org.offtake.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.offtake.models.ContractException;
import org.offtake.models.Library;

/** The folder that Offtake is installed in: where the shipped models are. */
record House(Path root) {
    static House here() {
        String named = System.getProperty("offtake.house", ".");
        Path root = Path.of(named).toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("models"))) {
            throw new ContractException(root, "there is no models folder here; start Offtake by its launcher");
        }
        return new House(root);
    }

    Path models() {
        return root.resolve("models");
    }

    /** The shipped models, and those of a user's own folders. */
    Library library(List<Path> own) {
        return Library.read(Stream.concat(Stream.of(models()), own.stream()).toList());
    }

    Path migrations() {
        return models().resolve("migrations");
    }

    /** The configuration of the demo. */
    Path sampleConfiguration() {
        return root.resolve("examples").resolve("sample-company").resolve("offtake.yml");
    }

    Path dashboards() {
        return root.resolve("dashboards");
    }

    Path schedules() {
        return root.resolve("schedules");
    }

    /** The pages of scenarios; a checkout has them. */
    Path scenarios() {
        return root.resolve("data-tests").resolve("scenarios");
    }
}

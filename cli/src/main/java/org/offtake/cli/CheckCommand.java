package org.offtake.cli;

import org.offtake.serving.FolderLock;
import picocli.CommandLine.Command;

/** Holds what was built against contracts and assertions. */
@Command(name = "check", description = "Hold what was built against contracts and assertions.")
final class CheckCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            warehouse.run(date()).check();
            System.err.println("every rule that stops publication holds");
            return ExitCode.DONE;
        }
    }
}

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
            return ExitCode.DONE;
        }
    }
}

package org.offtake.cli;

import org.offtake.serving.FolderLock;
import picocli.CommandLine.Command;

/** Puts the figures before the readers. */
@Command(name = "publish", description = "Gold to mart: put the figures before the readers, in one transaction.")
final class PublishCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            warehouse.run(date()).publish();
            return ExitCode.DONE;
        } finally {
            Lineage.tell(warehouse);
        }
    }
}

package org.offtake.cli;

import org.offtake.etl.land.Landed;
import org.offtake.etl.run.Pipeline;
import org.offtake.serving.FolderLock;
import picocli.CommandLine.Command;

/** Takes in what arrived, as received. */
@Command(name = "land", description = "Source to bronze: take in what arrived, as received.")
final class LandCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        Pipeline pipeline = warehouse.pipeline(date());
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            long refused = pipeline.land().stream().mapToLong(Landed::refused).sum();
            SourceRhythms.note(warehouse);
            return refusedOrDone(refused, again());
        }
    }
}

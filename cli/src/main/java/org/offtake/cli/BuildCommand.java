package org.offtake.cli;

import org.offtake.etl.run.Pipeline;
import org.offtake.serving.FolderLock;
import picocli.CommandLine.Command;

/** Works out silver and gold from what landed. */
@Command(name = "build", description = "Bronze to gold: conform what landed and build what changed.")
final class BuildCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        Pipeline pipeline = warehouse.pipeline(date());
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            pipeline.conform();
            pipeline.build();
            return ExitCode.DONE;
        }
    }
}

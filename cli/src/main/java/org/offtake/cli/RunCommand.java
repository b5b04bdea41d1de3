package org.offtake.cli;

import picocli.CommandLine.Command;

/** Takes in what arrived and brings the readers up to date. */
@Command(name = "run", description = "Land, conform, build, check and publish.")
final class RunCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        try {
            long refused = warehouse.run(date()).run().refusedFiles();
            SourceRhythms.note(warehouse);
            return refusedOrDone(refused, again());
        } finally {
            Lineage.tell(warehouse);
        }
    }
}

package org.offtake.cli;

import java.time.LocalDate;
import picocli.CommandLine.Command;

/** Takes in what arrived and brings the readers up to date. */
@Command(name = "run", description = "Land, conform, build, check and publish.")
final class RunCommand extends ConfiguredCommand {
    @Override
    int work(Warehouse warehouse) {
        date().ifPresent(asked -> warnOfTomorrow(asked, warehouse));
        try {
            long refused = warehouse.run(date()).run().refusedFiles();
            SourceRhythms.note(warehouse);
            return refusedOrDone(refused, again());
        } finally {
            Lineage.tell(warehouse);
        }
    }

    /** What has not been ordered yet looks as if nobody orders. */
    private static void warnOfTomorrow(LocalDate asked, Warehouse warehouse) {
        LocalDate today = LocalDate.now(warehouse.configuration().company().zone());
        if (asked.isAfter(today)) {
            System.err.println("WARNING " + asked + " is still to come, today is " + today
                    + ": customers who order until then are told of as if they had not");
        }
    }
}

package org.offtake.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.offtake.serving.FolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits what all customers teach about one. */
@Command(
        name = "fit",
        description = {
            "Fit the pattern editions that are due; a run looks once a week, this looks at once.",
            "An edition is fitted once, for a quarter; the next run tells by it."
        })
final class FitCommand extends ConfiguredCommand {
    @Option(
            names = "--again",
            paramLabel = "DAY",
            description =
                    "Fit the edition of the quarter that holds this day anew, from the orders that are known by now.")
    private @Nullable LocalDate again;

    @Override
    int work(Warehouse warehouse) {
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            boolean fitted = again == null
                    ? warehouse.pipeline(date()).teach()
                    : warehouse.pipeline(date()).teachAgain(again);
            System.err.println(
                    fitted
                            ? "next: ./offtake run" + again() + " tells by it"
                            : "no edition is due: one begins with each quarter, for a company with thirteen weeks of orders"
                                    + " before it and twenty customers with five order days; see"
                                    + " docs/decisions/0013-patterns-on-spark.md");
            return ExitCode.DONE;
        }
    }
}

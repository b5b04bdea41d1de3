package org.offtake.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.maintain.Maintenance;
import org.offtake.models.TableName;
import org.offtake.serving.FolderLock;
import org.offtake.serving.Run;
import org.offtake.serving.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps lake and database in shape. */
@Command(
        name = "maintain",
        description = {
            "Join small files, delete files that no table has had for --keep-days, and let PostgreSQL clean up.",
            "What the readers' figures were worked out of stays readable, however long ago that was."
        })
final class MaintainCommand extends ConfiguredCommand {
    /** Delta itself refuses less: a reader may be at work. */
    private static final int LEAST_DAYS = 7;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "How long a file stays after it has left its table (default: ${DEFAULT-VALUE}; at least 7).")
    private int keepDays = 30;

    @Override
    int work(Warehouse warehouse) {
        if (keepDays < LEAST_DAYS) {
            throw new IllegalArgumentException(
                    "--keep-days " + keepDays + " is too few: a reader may still be at work on"
                            + " files of the last days; ask for " + LEAST_DAYS + " or more");
        }
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            Maintenance maintenance = new Maintenance(
                    warehouse.lake(), published(warehouse), Duration.ofDays(keepDays), Clock.systemUTC());
            List<Maintenance.Result> results =
                    maintenance.tables().stream().map(maintenance::keepInShape).toList();
            results.stream()
                    .map(Maintenance.Result::told)
                    .flatMap(Optional::stream)
                    .forEach(System.err::println);
            System.err.println("maintained " + results.size() + " tables of the lake"
                    + (warehouse.hasPublished()
                            ? ", and " + Upkeep.vacuum(warehouse.database()) + " of PostgreSQL"
                            : ""));
            return ExitCode.DONE;
        }
    }

    /** The versions that the readers' figures are of; of a table that was made anew since, there is none. */
    private static Map<TableName, Long> published(Warehouse warehouse) {
        Map<TableName, Long> versions = new TreeMap<>();
        if (!warehouse.hasPublished()) {
            return versions;
        }
        Optional<Run> run = Standing.of(warehouse.database()).published();
        run.ifPresent(shown -> shown.manifest().forEach((name, version) -> {
            TableName table = TableName.parse(name);
            if (Lake.id(warehouse.lake().root(), table).equals(version.id())) {
                versions.put(table, version.version());
            }
        }));
        return versions;
    }
}

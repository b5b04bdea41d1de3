package org.offtake.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.offtake.etl.check.Proof;
import org.offtake.etl.run.Pipeline;
import org.offtake.etl.run.SourceKeys;
import org.offtake.models.Layer;
import org.offtake.serving.FolderLock;
import org.offtake.serving.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds what was built against contracts and assertions. */
@Command(name = "check", description = "Hold what was built against contracts and assertions.")
final class CheckCommand extends ConfiguredCommand {
    @Option(
            names = "--in-full",
            description =
                    "Instead, work every table of gold out anew, in full, and compare: the proof that none is wrong"
                            + " by having been built day by day; and compare keys with databases read by a watermark.")
    private boolean inFull;

    @Override
    int work(Warehouse warehouse) {
        try (FolderLock lock = FolderLock.acquire(warehouse.configuration().home(), "run")) {
            if (inFull) {
                return prove(warehouse);
            }
            warehouse.run(date()).check();
            return ExitCode.DONE;
        }
    }

    private int prove(Warehouse warehouse) {
        Pipeline pipeline = warehouse.pipeline(date().or(() -> published(warehouse)));
        Proof proof = new Proof(
                warehouse.library(), warehouse.lake(), warehouse.configuration().state(), pipeline.businessDate());
        List<Proof.Compared> compared =
                warehouse.library().models(Layer.GOLD).stream().map(proof::of).toList();
        compared.stream()
                .filter(table -> table.outcome() != Proof.Outcome.EQUAL)
                .forEach(table -> System.err.println("WARNING " + table.told()));
        long equal = count(compared, Proof.Outcome.EQUAL);
        System.err.println(equal + " of " + compared.size() + " tables are the same when worked out in full");
        List<SourceKeys.Compared> keys = new SourceKeys(
                        pipeline.configuration(), warehouse.library(), warehouse.lake(), Clock.systemUTC())
                .all();
        keys.stream().flatMap(table -> table.told().stream()).forEach(line -> System.err.println("WARNING " + line));
        boolean whole = keys.stream().allMatch(SourceKeys.Compared::isWhole);
        return whole && count(compared, Proof.Outcome.DIFFERENT) == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    /** The day that the tables were built for last. */
    private static Optional<LocalDate> published(Warehouse warehouse) {
        return warehouse.hasPublished()
                ? Standing.of(warehouse.database()).published().map(Run::businessDate)
                : Optional.empty();
    }

    private static long count(List<Proof.Compared> compared, Proof.Outcome outcome) {
        return compared.stream().filter(table -> table.outcome() == outcome).count();
    }
}

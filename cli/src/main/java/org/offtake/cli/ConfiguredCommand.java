package org.offtake.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command on a configured warehouse. */
abstract class ConfiguredCommand implements Callable<Integer> {
    /** Looked for in the working folder. */
    static final String USUAL = "offtake.yml";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = USUAL,
            description = "The configuration (default: ${DEFAULT-VALUE} in the working folder).")
    private Path config = Path.of(USUAL);

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "The business date (default: yesterday in the company's zone).")
    private @Nullable LocalDate date;

    private @Nullable Engines engines;

    /** Works on engines that are running, and leaves them so. */
    void on(Engines running) {
        engines = running;
    }

    /** Does the work and gives the exit code. */
    abstract int work(Warehouse warehouse);

    /** What a next command has to be told to see the same warehouse. */
    String again() {
        return config.equals(Path.of(USUAL)) ? "" : " --config " + config;
    }

    Optional<LocalDate> date() {
        return Optional.ofNullable(date);
    }

    @Override
    public Integer call() {
        try (Warehouse warehouse = engines == null ? Warehouse.open(config) : Warehouse.open(config, engines)) {
            return withRoom(warehouse, () -> work(warehouse));
        }
    }

    /** Works, and names the folder when the disk has no room for it. */
    static int withRoom(Warehouse warehouse, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (Exception | Error failure) { // Spark throws checked exceptions that it does not declare
            Optional<FullDisk> full =
                    FullDisk.behind(failure, warehouse.configuration().home());
            if (full.isPresent()) {
                throw full.get();
            }
            throw failure;
        }
    }

    /** A refused delivery does not cost the good ones, but the run says that a source is not ready. */
    static int refusedOrDone(long refusedFiles, String again) {
        if (refusedFiles == 0) {
            return ExitCode.DONE;
        }
        System.err.println((refusedFiles == 1 ? "1 file was" : refusedFiles + " files were")
                + " refused and everything else is loaded; see `offtake status" + again + "`");
        return ExitCode.SOURCE_NOT_READY;
    }
}

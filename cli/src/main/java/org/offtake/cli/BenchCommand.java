package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.offtake.bench.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what loads cost, beside plain Spark and DuckDB. */
@Command(name = "bench", description = "Make data, load it in several ways, and print what each cost.")
final class BenchCommand implements Callable<Integer> {

    @Option(
            names = "--lines",
            paramLabel = "N",
            description = "Order lines of the smaller history; the other has ten times as many (default:"
                    + " ${DEFAULT-VALUE}).")
    private long lines = 100_000;

    @Override
    public Integer call() {
        House house = House.here();
        Path work = house.root().resolve("work");
        try {
            Files.createDirectories(work);
            Path folder = Files.createTempDirectory(work, "bench-");
            new Bench(folder, house.models(), lines, Clock.systemUTC(), System.err)
                    .run()
                    .print(System.out);
            System.err.println("what was loaded lies in " + folder);
            return ExitCode.DONE;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the bench cannot be made in " + work, unwritable);
        }
    }
}

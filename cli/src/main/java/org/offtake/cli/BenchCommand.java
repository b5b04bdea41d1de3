package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.offtake.bench.Bench;
import org.offtake.bench.PatternBench;
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

    @Option(
            names = "--customers",
            paramLabel = "N",
            description =
                    "Measure instead what it costs to look for those of so many customers who left their pattern.")
    private @Nullable Integer customers;

    @Option(
            names = "--years",
            defaultValue = "2",
            description = "How long they have ordered, with --customers; ${DEFAULT-VALUE}.")
    private int years = 2;

    @Override
    public Integer call() {
        House house = House.here();
        Path work = house.root().resolve("work");
        try {
            Files.createDirectories(work);
            Path folder = Files.createTempDirectory(work, "bench-");
            if (customers != null) {
                new PatternBench(folder, house.models(), customers, years, Clock.systemUTC(), System.err)
                        .run(System.out);
                return ExitCode.DONE;
            }
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

package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.offtake.sample.patterns.LabelledPatterns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what a backtest reads. */
@Command(
        name = "simulate",
        description = {
            "Write two years of labelled orders from a seed, as backtest reads them.",
            "Beside them lie the parameters they were made with: truth.csv, seasons.csv, closures.csv."
        })
final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            required = true,
            description = "Where; files of the same names are replaced.")
    private Path folder = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed writes the same (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--customers", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int customers = 2000;

    @Override
    public Integer call() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--to " + folder + " is a file: name a folder");
        }
        try {
            LabelledPatterns.of(seed, customers).writeTo(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the labelled orders cannot be written to " + folder, unwritable);
        }
        System.err.println("written to " + folder + "; next: ./offtake signals backtest --orders "
                + folder.resolve("orders.csv")
                + " --customers " + folder.resolve("customers.csv") + " --contracts " + folder.resolve("contracts.csv")
                + " --deviations " + folder.resolve("deviations.csv") + " --exclude "
                + folder.resolve("left_before_scoring.csv"));
        return ExitCode.DONE;
    }
}

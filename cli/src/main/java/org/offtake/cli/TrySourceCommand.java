package org.offtake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.conform.Trial;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RefusedFile;
import org.offtake.etl.guess.ContractText;
import org.offtake.etl.guess.FileGuess;
import org.offtake.etl.land.BronzeRows;
import org.offtake.models.Library;
import org.offtake.models.Nearest;
import org.offtake.models.SourceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at one file without taking it in. */
@Command(
        name = "try",
        description = {
            "Guess the contract of a file, and show what would become of its records.",
            "Nothing is written. With a source table, by --source or by the name of the file, its rows and rejects follow."
        })
final class TrySourceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A file as the source sends it: csv, xlsx, JSON lines or parquet.")
    private Path file = Path.of("");

    @Mixin
    private KnownModels models = new KnownModels();

    @Option(names = "--source", paramLabel = "SYSTEM/TABLE", description = "The source table that the file is of.")
    private @Nullable String source;

    @Option(names = "--rows", description = "How many rows to show (default: ${DEFAULT-VALUE}).")
    private int rows = 5;

    @Mixin
    private Printing printing = new Printing();

    @Override
    public Integer call() {
        try {
            return tryFile();
        } catch (RefusedFile refused) {
            System.err.println("refused " + refused.code() + ": " + refused.reason());
            return refused.code().equals(RefusedFile.NO_SUCH_FILE) ? ExitCode.OUR_MISTAKE : ExitCode.SOURCE_NOT_READY;
        }
    }

    private int tryFile() {
        Optional<Path> configuration = models.file();
        if (configuration.isEmpty()) {
            guess(models.library(), "EUR");
            return ExitCode.DONE;
        }
        try (Warehouse warehouse = Warehouse.open(configuration.get())) {
            guess(warehouse.library(), warehouse.configuration().company().currency());
            Optional<SourceTable> table = table(warehouse);
            return table.isEmpty() ? ExitCode.DONE : show(warehouse, table.get());
        }
    }

    private void guess(Library library, String currency) {
        FileGuess guess = FileGuess.of(file, currency);
        ContractText contract = new ContractText(
                String.valueOf(file.getFileName()),
                guess,
                library.entities().keySet().stream().sorted().toList());
        System.err.println("guessed from the first " + guess.records() + " records; as sources/(system)/"
                + contract.table() + ".yml in your own models folder it would be:");
        System.out.print(contract.yaml());
    }

    /** The table that was named, else the only one of the configured systems whose pattern fits the name of the file. */
    private Optional<SourceTable> table(Warehouse warehouse) {
        List<SourceTable> configured = warehouse.configuration().sources().keySet().stream()
                .flatMap(system -> warehouse.library().sourcesOf(system).stream())
                .filter(table -> table.extract().isEmpty())
                .toList();
        String wanted = source;
        if (wanted != null) {
            return Optional.of(named(configured, wanted));
        }
        String name = String.valueOf(file.getFileName());
        List<SourceTable> fitting = configured.stream()
                .filter(table -> table.fileNames().test(name))
                .toList();
        if (fitting.size() != 1) {
            System.err.println(
                    fitting.isEmpty()
                            ? "no configured source table takes a file of this name; name one with --source"
                            : "several source tables take a file of this name: "
                                    + fitting.stream()
                                            .map(SourceTable::qualifiedName)
                                            .toList() + "; name one with --source");
            return Optional.empty();
        }
        return Optional.of(fitting.get(0));
    }

    private static SourceTable named(List<SourceTable> configured, String wanted) {
        List<String> names = configured.stream().map(SourceTable::qualifiedName).toList();
        return configured.stream()
                .filter(table -> table.qualifiedName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no configured source table '" + wanted + "'." + Nearest.hint(wanted, names)));
    }

    private int show(Warehouse warehouse, SourceTable table) {
        FileInspection found = ReceivedFiles.inspect(file, table.dialect(), new BronzeRows(table).expected());
        if (found instanceof FileInspection.Refused refused) {
            throw new RefusedFile(refused.code(), refused.reason());
        }
        if (found instanceof FileInspection.Accepted accepted) {
            System.err.println("as " + table.qualifiedName() + ": " + accepted.records() + " records");
            accepted.warnings().forEach(warning -> System.err.println("WARNING " + warning));
        }
        Trial trial = new Trial(
                warehouse.configuration(),
                warehouse.library(),
                table,
                warehouse.lake().spark());
        Trial.Tried tried = trial.of(file.toAbsolutePath());
        tried.rows().forEach((entity, good) -> print(entity, good));
        print("rejects", tried.rejects());
        return ExitCode.DONE;
    }

    private void print(String what, Dataset<Row> all) {
        Dataset<Row> kept = all.cache();
        long count = kept.count();
        System.err.println(what + ": " + count + (count > rows ? ", the first " + rows : ""));
        if (count > 0) {
            printing.print(kept.limit(rows));
        }
        kept.unpersist();
    }
}

package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.files.EmptySheet;
import org.offtake.models.SourceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives people who enter something in a sheet of their own the sheet to begin with. */
@Command(
        name = "sheet",
        description = {
            "Write an empty spreadsheet with the columns of a source table, such as offtake/closures.",
            "A note at each column says what goes in it."
        })
final class SheetCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SYSTEM/TABLE", description = "A source table that comes as xlsx.")
    private String table = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "A new .xlsx file.")
    private Path file = Path.of("");

    @Mixin
    private KnownModels models = new KnownModels();

    @Override
    public Integer call() {
        SourceTable source = models.library().source(table);
        try {
            new EmptySheet(source).write(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        System.err.println("wrote " + file + " with the columns of " + table + "; filled in, it goes into "
                + models.configuration()
                        .flatMap(configuration ->
                                Optional.ofNullable(configuration.sources().get(source.system())))
                        .flatMap(Configuration.Source::folder)
                        .map(Path::toString)
                        .orElse("the folder of " + source.system())
                + " as " + source.files()
                + source.stamp().map(stamp -> ", dated as " + stamp.format()).orElse(""));
        return ExitCode.DONE;
    }
}

package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.followup.FollowupExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a spreadsheet for people to say what became of signals. */
@Command(
        name = "export",
        description = {
            "Write the open signals as a spreadsheet, to say in it what became of them.",
            "Then: offtake signals return FILE"
        })
final class FollowupExportCommand extends ConfiguredCommand {
    @Option(names = "--to", paramLabel = "FILE", required = true, description = "A new .xlsx file.")
    private Path file = Path.of("followups.xlsx");

    @Option(names = "--rep", paramLabel = "NAME", description = "Of one salesperson only, by name.")
    private @Nullable String rep;

    @Mixin
    private SpokenLanguage language = new SpokenLanguage();

    @Override
    int work(Warehouse warehouse) {
        warehouse.refuseUnpublished(again());
        try {
            int signals = new FollowupExport(
                            warehouse.library(),
                            warehouse.readerDatabase(),
                            language.code(),
                            Optional.ofNullable(rep),
                            LocalDateTime.now(
                                    warehouse.configuration().company().zone()))
                    .write(file);
            System.err.println("wrote " + signals + " open signals to " + file
                    + "; fill in its yellow columns, then: offtake signals return " + file + again());
            return ExitCode.DONE;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

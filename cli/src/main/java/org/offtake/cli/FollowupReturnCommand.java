package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.offtake.etl.followup.FollowupReturn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a sheet with follow-ups where the next run takes it in. */
@Command(name = "return", description = "Put a spreadsheet that was filled in where the next run takes it in.")
final class FollowupReturnCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "FILE", description = "The .xlsx file of `offtake signals export`, filled in.")
    private Path file = Path.of("followups.xlsx");

    @Override
    int work(Warehouse warehouse) {
        try {
            Path written = new FollowupReturn(warehouse.configuration(), warehouse.library()).put(file);
            System.err.println("put " + written + "; the next `offtake run" + again() + "` takes it in");
            return ExitCode.DONE;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

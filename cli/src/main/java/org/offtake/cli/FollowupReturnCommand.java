package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.offtake.etl.followup.FollowupReturn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a sheet with follow-ups where the next run takes it in. */
@Command(
        name = "return",
        description = {
            "Put a spreadsheet that was filled in where the next run takes it in.",
            "Rows that cannot be taken in are named at once."
        })
final class FollowupReturnCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "FILE", description = "The .xlsx file of `offtake signals export`, filled in.")
    private Path file = Path.of("followups.xlsx");

    @Override
    int work(Warehouse warehouse) {
        try {
            FollowupReturn returned = new FollowupReturn(warehouse.configuration(), warehouse.library());
            Path written = returned.put(file);
            List<String> unusable = returned.unusable(file, warehouse.lake().spark());
            unusable.forEach(row -> System.err.println("WARNING " + row));
            System.err.println("put " + written + "; the next `offtake run" + again() + "` takes it in"
                    + (unusable.isEmpty()
                            ? ""
                            : ", but not what is named above: correct it in the sheet and return that again"));
            return ExitCode.DONE;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

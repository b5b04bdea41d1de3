package org.offtake.cli;

import java.util.List;
import org.offtake.dashboards.metabase.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What people changed by hand. */
@Command(
        name = "drift",
        description = {
            "What people changed by hand in Metabase of what was published; ends with 50 when there is something.",
            "`publish` puts it back."
        })
final class MetabaseDriftCommand extends ConfiguredCommand {
    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        Publishing publishing = new Publishing(warehouse, again());
        List<Change> changes = publishing.metabase().drift();
        publishing.print(printing, changes);
        if (changes.isEmpty()) {
            return ExitCode.DONE;
        }
        System.err.println(changes.size() + (changes.size() == 1 ? " thing was" : " things were")
                + " changed by hand; `offtake metabase publish" + again() + "` puts back what the files say");
        return ExitCode.CHECK_FAILED;
    }
}

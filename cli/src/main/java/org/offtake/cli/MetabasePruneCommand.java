package org.offtake.cli;

import java.util.List;
import org.offtake.dashboards.metabase.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts away what is no longer wanted. */
@Command(
        name = "prune",
        description = {
            "Put what was published and is no longer wanted into Metabase's trash, from where it can be taken back.",
            "Without --yes it only prints what that would be."
        })
final class MetabasePruneCommand extends ConfiguredCommand {
    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        Publishing publishing = new Publishing(warehouse, again());
        List<Change> changes = publishing.metabase().prune(yes);
        publishing.print(printing, changes);
        if (!yes && !changes.isEmpty()) {
            System.err.println("nothing was archived; add --yes to do it");
        }
        return ExitCode.DONE;
    }
}

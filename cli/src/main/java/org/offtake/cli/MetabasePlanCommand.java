package org.offtake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What publishing would do. */
@Command(
        name = "plan",
        description = "What `publish` would create and update, and `prune` archive; writes nothing in Metabase.")
final class MetabasePlanCommand extends ConfiguredCommand {
    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        Publishing publishing = new Publishing(warehouse, again());
        publishing.sayWhoIsLeftOut();
        publishing.print(printing, publishing.metabase().plan());
        return ExitCode.DONE;
    }
}

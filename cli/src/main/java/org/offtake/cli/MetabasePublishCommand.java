package org.offtake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings Metabase to what the dashboards say. */
@Command(
        name = "publish",
        description = {
            "Bring Metabase to what the dashboards say, and print what was done; a second time does nothing.",
            "A Metabase that is fresh is set up first, with the user and password of the configuration."
        })
final class MetabasePublishCommand extends ConfiguredCommand {
    @Option(names = "--new-passwords", description = "Give the accounts that Metabase reads by new passwords.")
    private boolean newPasswords;

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        Publishing publishing = new Publishing(warehouse, again());
        publishing.print(printing, publishing.metabase().publish(newPasswords));
        return ExitCode.DONE;
    }
}

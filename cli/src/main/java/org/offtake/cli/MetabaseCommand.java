package org.offtake.cli;

import picocli.CommandLine.Command;

/** Our dashboards in Metabase. */
@Command(
        name = "metabase",
        description = "Publish the dashboards to Metabase, from the same files that the viewer reads.",
        subcommands = {
            MetabasePlanCommand.class,
            MetabasePublishCommand.class,
            MetabasePruneCommand.class,
            MetabaseDriftCommand.class
        })
final class MetabaseCommand {}

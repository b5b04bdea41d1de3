package org.offtake.cli;

import picocli.CommandLine.Command;

/** What concerns one source before it is part of a run. */
@Command(
        name = "source",
        description = "Try what a source sends, or begin a sheet for one.",
        subcommands = {TrySourceCommand.class, SheetCommand.class})
final class SourceCommand {}

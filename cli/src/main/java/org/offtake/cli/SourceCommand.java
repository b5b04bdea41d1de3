package org.offtake.cli;

import picocli.CommandLine.Command;

/** What concerns one source before it is part of a run. */
@Command(name = "source", description = "Try what a source sends.", subcommands = TrySourceCommand.class)
final class SourceCommand {}

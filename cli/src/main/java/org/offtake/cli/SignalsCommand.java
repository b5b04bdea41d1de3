package org.offtake.cli;

import picocli.CommandLine.Command;

/** What concerns customers who have left their pattern. */
@Command(
        name = "signals",
        description = "Look for customers who have left their purchase pattern.",
        subcommands = {FitCommand.class, BacktestCommand.class, SimulateCommand.class})
final class SignalsCommand {}

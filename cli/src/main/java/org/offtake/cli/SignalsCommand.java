package org.offtake.cli;

import picocli.CommandLine.Command;

/** What concerns customers who have left their pattern. */
@Command(
        name = "signals",
        description = "Customers who have left their purchase pattern: what was told, and how well they are found.",
        subcommands = {
            SignalListCommand.class,
            SignalMailCommand.class,
            FollowupExportCommand.class,
            FollowupReturnCommand.class,
            MuteCommand.class,
            UnmuteCommand.class,
            FitCommand.class,
            BacktestCommand.class,
            SimulateCommand.class
        })
final class SignalsCommand {}

package org.offtake.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./offtake <command> --config offtake.yml}. */
@Command(
        name = "offtake",
        description = "Which customer has left the agreed path, and how much is at stake.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "20:a source is not ready; worth a retry",
            "40:our mistake: configuration, contract or arguments",
            "45:a system is away or busy; worth a retry",
            "50:a check failed; what was published before stays"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            LandCommand.class,
            BuildCommand.class,
            CheckCommand.class,
            PublishCommand.class,
            SqlCommand.class,
            StatusCommand.class,
            QuarantineCommand.class,
            ServeCommand.class,
            FingerprintCommand.class,
            NewCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Offtake {
    private Offtake() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new Offtake());
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(
                    wrong, wrong.getCommandLine().getErr());
            wrong.getCommandLine().getErr().println("See: offtake help");
            return ExitCode.OUR_MISTAKE;
        });
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(ExitCode.message(failure));
            return ExitCode.of(failure);
        });
        return line.execute(arguments);
    }
}

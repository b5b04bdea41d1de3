package org.offtake.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.offtake.models.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./offtake <command> --config offtake.yml}. */
@Command(
        name = "offtake",
        description = "Which customer has left the agreed path, and how much is at stake.",
        mixinStandardHelpOptions = true,
        versionProvider = Offtake.Built.class,
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
            ExplainCommand.class,
            StatusCommand.class,
            MaintainCommand.class,
            LineageCommand.class,
            QuarantineCommand.class,
            ServeCommand.class,
            FingerprintCommand.class,
            SourceCommand.class,
            SignalsCommand.class,
            ScheduleCommand.class,
            MetabaseCommand.class,
            NewCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class Offtake {
    private Offtake() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit code. */
    public static int run(String... arguments) {
        return run(CommandLine.defaultFactory(), arguments);
    }

    /** The same, on engines that are running and that stay so. */
    static int run(Engines engines, String... arguments) {
        return run(new OnEngines(engines), arguments);
    }

    /** All commands, with their options. */
    static CommandLine line(CommandLine.IFactory factory) {
        CommandLine line = new CommandLine(new Offtake(), factory);
        line.getSubcommands().values().forEach(Offtake::offerHelp);
        line.registerConverter(LocalDate.class, Offtake::day);
        line.registerConverter(double.class, text -> number(text, Double::valueOf, "number, such as 20 or 2.5"));
        line.registerConverter(int.class, text -> number(text, Integer::valueOf, "whole number, such as 20"));
        line.registerConverter(Long.class, text -> number(text, Long::valueOf, "whole number, such as 20"));
        return line;
    }

    private static int run(CommandLine.IFactory factory, String... arguments) {
        CommandLine line = line(factory);
        line.setParameterExceptionHandler((wrong, given) -> {
            PrintWriter err = wrong.getCommandLine().getErr();
            err.println(wrong.getMessage());
            if (lacksCommand(wrong)) {
                wrong.getCommandLine().usage(err);
                return ExitCode.OUR_MISTAKE;
            }
            hint(wrong)
                    .ifPresentOrElse(
                            err::println, () -> CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err));
            err.println("See: offtake help"
                    + wrong.getCommandLine().getCommandSpec().qualifiedName().substring("offtake".length()));
            return ExitCode.OUR_MISTAKE;
        });
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(ExitCode.message(failure));
            return ExitCode.of(failure);
        });
        try {
            return line.execute(arguments);
        } catch (Error failure) { // picocli hands on exceptions only
            line.getErr().println(ExitCode.message(failure));
            return ExitCode.of(failure);
        }
    }

    /** Every command tells of its options, those below another one too. */
    private static void offerHelp(CommandLine line) {
        CommandLine.Model.CommandSpec command = line.getCommandSpec();
        if (!command.optionsMap().containsKey("--help")) {
            command.addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        line.getSubcommands().values().forEach(Offtake::offerHelp);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no day such as 2026-11-21");
        }
    }

    private static <N extends Number> N number(String text, Function<String, N> read, String kind) {
        try {
            return read.apply(text);
        } catch (NumberFormatException wrong) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no " + kind);
        }
    }

    private static boolean lacksCommand(CommandLine.ParameterException wrong) {
        return wrong.getClass() == CommandLine.ParameterException.class
                && !wrong.getCommandLine().getSubcommands().isEmpty();
    }

    private record OnEngines(Engines engines) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            K made = CommandLine.defaultFactory().create(type);
            if (made instanceof ConfiguredCommand command) {
                command.on(engines);
            }
            return made;
        }
    }

    /** The version that was built, as its jar tells it. */
    static final class Built implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Offtake.class.getPackage().getImplementationVersion();
            return new String[] {"offtake " + (version == null ? "from its classes" : version)};
        }
    }

    /** Names the nearest command, where a word stands that is none. */
    static Optional<String> hint(CommandLine.ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        return Nearest.to(unmatched.getUnmatched().get(0), line.getSubcommands().keySet())
                .map(name -> "Did you mean: " + line.getCommandSpec().qualifiedName() + " " + name + "?");
    }
}

package org.offtake.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.offtake.schedules.Step;
import picocli.CommandLine;

/** Says of a step of a schedule, before anything runs, that it is no command with these options. */
record TypedStep(CommandLine line) {
    TypedStep() {
        this(Offtake.line(CommandLine.defaultFactory()));
    }

    /** What is wrong with it, for people. */
    Optional<String> wrong(Step step) {
        try {
            CommandLine.ParseResult parsed =
                    line.parseArgs(step.on(LocalDate.EPOCH).toArray(String[]::new));
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            if (!(parsed.commandSpec().userObject() instanceof ConfiguredCommand)) {
                return Optional.of(
                        "'" + parsed.commandSpec().qualifiedName() + "' is no command that can be scheduled");
            }
            return parsed.hasMatchedOption("--config")
                    ? Optional.of("leave out --config: a step is run with the configuration that names the schedule")
                    : Optional.empty();
        } catch (CommandLine.ParameterException wrong) {
            return Optional.of(wrong.getMessage()
                    + Offtake.hint(wrong).map(hint -> ". " + hint).orElse(""));
        }
    }
}

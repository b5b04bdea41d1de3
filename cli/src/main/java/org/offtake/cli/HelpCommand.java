package org.offtake.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells of a command, also of one below another: {@code offtake help quarantine export}. */
@Command(name = "help", description = "Tell of a command and its options.")
final class HelpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, word by word.")
    private List<String> words = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli gives a command its place");
        }
        CommandLine told = spec.parent().commandLine();
        for (String word : words) {
            CommandLine next = told.getSubcommands().get(word);
            if (next == null) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "'" + word + "' is no command of "
                                + told.getCommandSpec().qualifiedName() + "."
                                + Nearest.hint(word, told.getSubcommands().keySet()));
            }
            told = next;
        }
        told.usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}

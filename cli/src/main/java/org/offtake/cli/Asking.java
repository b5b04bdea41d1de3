package org.offtake.cli;

import picocli.CommandLine.Option;

/** The options of a command that keeps something from people: who asks for it, and why. */
final class Asking {
    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; people will read it.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who asks (default: ${DEFAULT-VALUE}).")
    private String by = "";

    String reason() {
        return reason;
    }

    String by() {
        return by;
    }
}

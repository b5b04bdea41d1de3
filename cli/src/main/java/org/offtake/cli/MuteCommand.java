package org.offtake.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.offtake.serving.SignalMute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks to hear no more of a customer for now. */
@Command(
        name = "mute",
        description = {
            "Hear no more of a signal's customer, rule and product group until a day.",
            "Whatever still stands the day after is told then. A mute of the same takes the place of the one before;",
            "`signals unmute` takes it back."
        })
final class MuteCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SIGNAL", description = "As the list shows it, such as S-000123.")
    private String signal = "";

    @Option(
            names = "--until",
            paramLabel = "DAY",
            required = true,
            description = "The last day of the mute, a year from now at most.")
    private LocalDate until = LocalDate.EPOCH;

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--customer", description = "Whatever there is to tell of the customer.")
    private boolean wholeCustomer;

    @Override
    int work(Warehouse warehouse) {
        warehouse.refuseUnpublished(again());
        SignalMute.Kept kept = new SignalMute(signal, wholeCustomer, Optional.of(until), asking.reason(), asking.by())
                .keep(warehouse.database());
        System.err.println(signal + " (" + kept.customer() + ") is muted until "
                + kept.until().orElse(until) + ": " + asking.reason());
        return ExitCode.DONE;
    }
}

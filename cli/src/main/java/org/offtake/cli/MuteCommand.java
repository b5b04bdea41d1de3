package org.offtake.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.offtake.serving.SignalMute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks to hear no more of a customer for now. */
@Command(
        name = "mute",
        description = {
            "Hear no more of a signal's customer, rule and product group until a day.",
            "Whatever still stands the day after is told then. A mute of the same takes the place of the one before;",
            "`signals unmute` takes it back."
        })
final class MuteCommand extends ConfiguredCommand {
    @Mixin
    private Muting muting = new Muting();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            required = true,
            description = "The last day of the mute, a year from now at most.")
    private LocalDate until = LocalDate.EPOCH;

    @Override
    int work(Warehouse warehouse) {
        SignalMute.Kept kept = muting.keep(warehouse, again(), Optional.of(until));
        System.err.println(
                muting.named(kept) + " is muted until " + kept.until().orElse(until) + ": " + muting.reason());
        return ExitCode.DONE;
    }
}

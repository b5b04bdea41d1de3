package org.offtake.cli;

import java.util.Optional;
import org.offtake.serving.SignalMute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes back that somebody asked to hear no more of a customer. */
@Command(
        name = "unmute",
        description = {
            "Take back a mute: hear of a signal's customer, rule and product group again.",
            "mart.signal_mute has those that hold."
        })
final class UnmuteCommand extends ConfiguredCommand {
    @Mixin
    private Muting muting = new Muting();

    @Override
    int work(Warehouse warehouse) {
        SignalMute.Kept kept = muting.keep(warehouse, again(), Optional.empty());
        System.err.println(muting.named(kept) + " is "
                + kept.until()
                        .map(until -> "muted until " + until + " still, for another reason: see mart.signal_mute")
                        .orElse("muted no more: " + muting.reason()));
        return ExitCode.DONE;
    }
}

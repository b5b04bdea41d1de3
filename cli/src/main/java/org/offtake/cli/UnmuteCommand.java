package org.offtake.cli;

import java.util.Optional;
import org.offtake.serving.SignalMute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back that somebody asked to hear no more of a customer. */
@Command(
        name = "unmute",
        description = {
            "Take back a mute: hear of a signal's customer, rule and product group again.",
            "mart.signal_mute has those that hold."
        })
final class UnmuteCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SIGNAL", description = "As the list shows it, such as S-000123.")
    private String signal = "";

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--customer", description = "The mute of the whole customer.")
    private boolean wholeCustomer;

    @Override
    int work(Warehouse warehouse) {
        warehouse.refuseUnpublished(again());
        SignalMute.Kept kept = new SignalMute(signal, wholeCustomer, Optional.empty(), asking.reason(), asking.by())
                .keep(warehouse.database());
        System.err.println(signal + " (" + kept.customer() + ") is "
                + kept.until()
                        .map(until -> "muted until " + until + " still, for another reason: see mart.signal_mute")
                        .orElse("muted no more: " + asking.reason()));
        return ExitCode.DONE;
    }
}

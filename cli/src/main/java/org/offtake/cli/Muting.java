package org.offtake.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.offtake.serving.SignalMute;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of what a mute is, who asks for it or takes it back, and why. */
final class Muting {
    @Parameters(paramLabel = "SIGNAL", description = "As the list shows it, such as S-000123.")
    private String signal = "";

    @Option(names = "--customer", description = "Of whatever there is to tell of the customer.")
    private boolean wholeCustomer;

    @Mixin
    private Asking asking = new Asking();

    /** Keeps that it is muted until a day, or no more when none is given; gives how it stands now. */
    SignalMute.Kept keep(Warehouse warehouse, String again, Optional<LocalDate> until) {
        warehouse.refuseUnpublished(again);
        return new SignalMute(signal, wholeCustomer, until, asking.reason(), asking.by()).keep(warehouse.database());
    }

    /** The signal and its customer, for people. */
    String named(SignalMute.Kept kept) {
        return signal + " (" + kept.customer() + ")";
    }

    String reason() {
        return asking.reason();
    }
}

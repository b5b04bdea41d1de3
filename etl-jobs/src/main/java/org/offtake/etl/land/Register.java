package org.offtake.etl.land;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.offtake.etl.files.FileInspection;
import org.offtake.models.SourceTable;

/** Decides what an inspected file is to the register of deliveries: nothing new, a new edition, refused. */
record Register(List<Delivery> before, SourceTable table, Clock clock) {

    record Inspected(DropFolder.Arrived file, FileInspection found) {}

    /** The deliveries to record, with the editions that they replace. */
    List<Delivery> take(List<Inspected> files) {
        Instant now = clock.instant();
        List<Delivery> changes = new ArrayList<>();
        files.forEach(file -> {
            if (file.found() instanceof FileInspection.Accepted readable) {
                changes.addAll(readable(file.file(), readable, now));
                return;
            }
            if (file.found() instanceof FileInspection.Refused refused) {
                changes.addAll(refused(file.file(), refused, now));
            }
        });
        return changes;
    }

    private List<Delivery> readable(DropFolder.Arrived file, FileInspection.Accepted found, Instant now) {
        Optional<Delivery> newest = newest(file.name(), Delivery.State.LIVE);
        if (newest.isPresent() && newest.get().content().equals(found.sha256())) {
            return List.of();
        }
        List<Delivery> changes = new ArrayList<>();
        newest.ifPresent(old -> changes.add(old.replaced()));
        changes.add(delivery(
                file, found.sha256(), found.records(), Delivery.State.LIVE, String.join("; ", found.warnings()), now));
        return changes;
    }

    /** An unreadable new edition takes nothing away: the old one stays what it is. */
    private List<Delivery> refused(DropFolder.Arrived file, FileInspection.Refused found, Instant now) {
        boolean toldBefore = newest(file.name(), Delivery.State.REFUSED)
                .filter(old -> old.bytes() == file.bytes() && old.modifiedMillis() == file.modifiedMillis())
                .isPresent();
        return toldBefore
                ? List.of()
                : List.of(delivery(file, "", 0, Delivery.State.REFUSED, found.code() + ": " + found.reason(), now));
    }

    private Delivery delivery(
            DropFolder.Arrived file, String content, long records, Delivery.State state, String reason, Instant now) {
        int edition = 1
                + (int) before.stream()
                        .filter(delivery -> delivery.name().equals(file.name()))
                        .count();
        return new Delivery(
                table.system(),
                table.name(),
                file.name(),
                edition,
                content,
                file.stamp(),
                now,
                file.bytes(),
                file.modifiedMillis(),
                records,
                state,
                reason,
                "");
    }

    private Optional<Delivery> newest(String name, Delivery.State state) {
        return before.stream()
                .filter(delivery -> delivery.name().equals(name) && delivery.state() == state)
                .max(Comparator.comparingInt(Delivery::edition));
    }
}

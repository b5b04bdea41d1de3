package org.offtake.etl.land;

import java.util.List;
import org.offtake.models.SourceTable;

/**
 * What landing one source table did.
 *
 * @param refusals what each refused file is refused for
 * @param stillRefused files that were refused before and lie there unchanged
 */
public record Landed(
        SourceTable table, long files, long deliveries, long records, List<String> refusals, long stillRefused) {

    static Landed nothing(SourceTable table, long stillRefused) {
        return new Landed(table, 0, 0, 0, List.of(), stillRefused);
    }

    static Landed of(SourceTable table, List<Delivery> settled, long files) {
        List<Delivery> live = settled.stream().filter(Delivery::isLive).toList();
        return new Landed(
                table,
                files,
                live.size(),
                live.stream().mapToLong(Delivery::records).sum(),
                settled.stream()
                        .filter(delivery -> delivery.state() == Delivery.State.REFUSED)
                        .map(delivery -> delivery.name() + ": " + delivery.reason())
                        .toList(),
                0);
    }

    /** One line for people. */
    public String summary() {
        String name = table.system() + "/" + table.name();
        if (files == 0) {
            return "landed " + name + ": nothing new";
        }
        return "landed " + name + ": " + records + " records of " + deliveries + " new deliveries"
                + (refusals.isEmpty() ? "" : ", " + refusals.size() + " refused");
    }

    /** Files that lie there and could not be taken. */
    public long refused() {
        return refusals.size() + stillRefused;
    }
}

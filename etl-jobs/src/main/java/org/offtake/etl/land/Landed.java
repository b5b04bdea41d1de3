package org.offtake.etl.land;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.offtake.etl.lake.Lake;
import org.offtake.models.SourceTable;

/**
 * What landing one source table did.
 *
 * @param settled the deliveries to register, with the editions that they replace
 * @param refusals what each refused file is refused for
 * @param stillRefused files that were refused before and lie there unchanged
 * @param remember remembers the files, once their deliveries are registered
 */
public record Landed(
        SourceTable table, List<Delivery> settled, List<String> refusals, long stillRefused, Runnable remember) {

    static Landed nothing(SourceTable table, long stillRefused) {
        return new Landed(table, List.of(), List.of(), stillRefused, () -> {});
    }

    static Landed of(SourceTable table, List<Delivery> settled, Runnable remember) {
        List<String> refusals = settled.stream()
                .filter(delivery -> delivery.state() == Delivery.State.REFUSED)
                .map(delivery -> delivery.name() + ": " + delivery.reason())
                .toList();
        return new Landed(table, settled, refusals, 0, remember);
    }

    /** Makes the deliveries of several source tables count, in one commit, and remembers their files. */
    public static void register(Supplier<Lake> lake, List<Landed> all) {
        List<Delivery> settled =
                all.stream().flatMap(landed -> landed.settled().stream()).toList();
        if (!settled.isEmpty()) {
            new Deliveries(lake.get()).write(settled);
        }
        all.forEach(landed -> landed.remember().run());
    }

    /** One line for people; none when nothing new came, or only what is here under another name. */
    public Optional<String> summary() {
        List<Delivery> live = settled.stream().filter(Delivery::isLive).toList();
        if (live.isEmpty() && refusals.isEmpty()) {
            return Optional.empty();
        }
        long records = live.stream().mapToLong(Delivery::records).sum();
        return Optional.of("landed " + table.qualifiedName() + ": " + records + " records of " + live.size()
                + (live.size() == 1 ? " new delivery" : " new deliveries")
                + (refusals.isEmpty() ? "" : ", " + refusals.size() + " refused") + warnings(live));
    }

    /** What is odd about a reading of a database; of files there are too many to tell, and the register has it. */
    private String warnings(List<Delivery> live) {
        String told = live.stream().map(Delivery::reason).collect(Collectors.joining("; "));
        return table.extract().isEmpty() || told.isEmpty() ? "" : " (" + told + ")";
    }

    /** Files that lie there and could not be taken. */
    public long refused() {
        return refusals.size() + stillRefused;
    }
}

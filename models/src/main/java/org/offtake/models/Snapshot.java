package org.offtake.models;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a delivery that holds everything says about what it does not hold: that was deleted at the delivery's stamp.
 *
 * @param scope columns of the entity; a delivery speaks only for the values of these that stand in it, and for
 *     everything when there are none
 * @param shrinkPercent a delivery with fewer records than the last good one by more than this deletes nothing
 */
public record Snapshot(List<String> scope, int shrinkPercent) {
    private static final int USUAL_SHRINK = 20;

    static Optional<Snapshot> read(YamlMap contract) {
        Optional<YamlMap> details = contract.map("snapshot").map(map -> map.only(Set.of("scope", "shrink_percent")));
        String delivers = contract.optionalText("delivers").orElse("changes");
        if (delivers.equals("changes")) {
            details.ifPresent(map -> {
                throw contract.problem("snapshot", "'snapshot' is for a table that `delivers: everything`");
            });
            return Optional.empty();
        }
        if (!delivers.equals("everything")) {
            throw contract.problem("delivers", "'delivers' is changes or everything");
        }
        if (!contract.has("stamp")) {
            throw contract.problem(
                    "delivers",
                    "'delivers: everything' needs a 'stamp': without one nobody knows when what is absent was deleted");
        }
        if (contract.flag("keyless", false)) {
            throw contract.problem("delivers", "'delivers: everything' needs a key to tell what is absent");
        }
        return Optional.of(new Snapshot(
                details.map(map -> map.texts("scope")).orElse(List.of()),
                details.map(Snapshot::shrink).orElse(USUAL_SHRINK)));
    }

    private static int shrink(YamlMap details) {
        int percent = details.number("shrink_percent", USUAL_SHRINK);
        if (percent < 0 || percent > 100) {
            throw details.problem("shrink_percent", "'shrink_percent' is from 0 to 100, not " + percent);
        }
        return percent;
    }
}

package org.offtake.patterns.contract.belief;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What commitments tell, each day by the contracts that had begun when it was learnt.
 *
 * @param from the first day of each, until that of the next; before the earliest a commitment tells nothing
 */
public record AgreedLevels(NavigableMap<LocalDate, AgreedLevel> from) {
    public static final AgreedLevels NONE = new AgreedLevels(new TreeMap<>());

    public AgreedLevel on(LocalDate day) {
        return Optional.ofNullable(from.floorEntry(day))
                .map(Map.Entry::getValue)
                .orElse(AgreedLevel.UNKNOWN);
    }
}

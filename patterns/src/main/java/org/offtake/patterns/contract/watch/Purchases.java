package org.offtake.patterns.contract.watch;

import java.util.List;
import org.offtake.patterns.contract.Taken;

/**
 * What a customer bought that a contract covers, each list by day with the earliest first and each day once.
 *
 * @param before the term, on whatever contract
 * @param within the term, on this one; what came back is negative
 */
public record Purchases(List<Taken> before, List<Taken> within) {
    public Purchases {
        before = List.copyOf(before);
        within = List.copyOf(within);
    }
}

package org.offtake.patterns.detect;

import java.util.List;
import java.util.Optional;

/**
 * What came of a customer.
 *
 * @param episodes as far as their orders tell, and those that are due if nothing more is ordered
 * @param state what to go on from when more is ordered; empty where nothing was told of a day on which they ordered
 */
public record Followed(List<Episode> episodes, Optional<WatchState> state) {
    static final Followed NOT = new Followed(List.of(), Optional.empty());

    public Followed {
        episodes = List.copyOf(episodes);
    }
}

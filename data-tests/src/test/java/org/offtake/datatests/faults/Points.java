package org.offtake.datatests.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The effects at which a run is stopped on a copy of its own.
 *
 * @param all every effect, and not only a sample of those that make nothing count
 * @param part of the effects, 1 to {@code parts}; which part an effect is in is said by its name alone
 */
record Points(boolean all, int part, int parts) {
    private static final int SAMPLE = 5;
    private static final long SEED = 20240301;

    /** Where a stop once left something behind: a lock that its process would not get again. */
    private static final Set<String> FOUND = Set.of("truncate work/run.lock (1)");

    /** {@code -Dofftake.kill=all} and, for a part of them, {@code -Dofftake.kill.part=2/8}. */
    static Points asked() {
        String[] part = System.getProperty("offtake.kill.part", "1/1").split("/", -1);
        return new Points(
                "all".equals(System.getProperty("offtake.kill")),
                Integer.parseInt(part[0]),
                Integer.parseInt(part[part.length - 1]));
    }

    Points {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
    }

    List<Effect> of(List<Effect> effects) {
        if (all) {
            return effects.stream()
                    .filter(effect -> Math.floorMod(effect.toString().hashCode(), parts) == part - 1)
                    .toList();
        }
        List<Effect> others = new ArrayList<>(
                effects.stream().filter(effect -> !effect.commits()).toList());
        Collections.shuffle(others, new Random(SEED));
        return others.stream()
                .filter(effect -> FOUND.contains(effect.toString()) || others.indexOf(effect) < SAMPLE)
                .toList();
    }
}

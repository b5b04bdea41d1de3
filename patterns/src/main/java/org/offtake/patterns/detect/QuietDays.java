package org.offtake.patterns.detect;

import java.util.function.IntPredicate;

/** The days of an open gap on which there is nothing to tell, found without a look at each. */
record QuietDays(CustomerWatch watch) {
    /** What a closer look says of one day it says of later ones too, but the less the later. */
    private static final int CLOSE = 30;

    /**
     * The last of the days from one on, at most {@code limit}, on all of which there is nothing to tell; the day before when there may be
     * something on the first. Nothing is ordered and no edition begins on any of them.
     */
    int until(int day, int limit) {
        int quiet = day - 1;
        boolean rough = true;
        while (quiet < limit) {
            int first = quiet + 1;
            int holds = Math.min(watch.ceilingHoldsUntil(first), rough ? limit : first + CLOSE);
            int last = last(first, Math.min(limit, holds), rough);
            if (last == quiet && !rough) {
                return quiet;
            }
            rough = rough && last > quiet;
            quiet = last;
        }
        return quiet;
    }

    /** By halving: the more days, the more may be told on one of them. */
    private int last(int first, int limit, boolean rough) {
        IntPredicate mayTell = watch.mayTell(first, limit, rough);
        if (!mayTell.test(limit)) {
            return limit;
        }
        if (mayTell.test(first)) {
            return first - 1;
        }
        int quiet = first;
        int loud = limit;
        while (loud - quiet > 1) {
            int middle = quiet + (loud - quiet) / 2;
            if (mayTell.test(middle)) {
                loud = middle;
            } else {
                quiet = middle;
            }
        }
        return quiet;
    }
}

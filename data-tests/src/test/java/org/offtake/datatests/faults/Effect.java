package org.offtake.datatests.faults;

import java.util.regex.Pattern;

/**
 * One thing that a run does and that outlives it.
 *
 * @param what the kind and the thing, without what is drawn anew in each run, such as {@code move lake/…/0.json}
 * @param turn 1 for the first such effect of the run, then 2, 3, …
 */
record Effect(String what, int turn) {
    private static final Pattern COMMIT = Pattern.compile("move .*_delta_log/[0-9]{20}\\.json");

    /** Whether it makes something count: a commit of a table, of a database, or of what a step remembers. */
    boolean commits() {
        return COMMIT.matcher(what).matches()
                || (what.startsWith("move ") && !what.contains("_delta_log"))
                || what.equals("sql commit")
                || what.startsWith("sql end of copy");
    }

    @Override
    public String toString() {
        return what + " (" + turn + ")";
    }
}

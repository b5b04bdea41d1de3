package org.offtake.schedules;

/** When a schedule runs: at times of its own, or after another one. */
public sealed interface When {
    /** At the times of a cron expression. */
    record At(Cron cron) implements When {}

    /** Each time the named schedule is done. */
    record After(String schedule) implements When {}
}

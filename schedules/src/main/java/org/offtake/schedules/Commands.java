package org.offtake.schedules;

import java.nio.file.Path;
import java.util.List;

/** Runs commands as a person would type them. */
public interface Commands {
    /**
     * Runs one command to its end.
     *
     * @param words what follows {@code ./offtake}
     * @param log a file that gets whatever the command says, after what is in it already
     */
    Outcome run(List<String> words, Path log);

    /**
     * How a command ended.
     *
     * @param exitCode 0 done, 20 source not ready, 40 our mistake, 45 a system is away or busy, 50 a check failed
     * @param said the last that it said; empty when it said nothing
     */
    record Outcome(int exitCode, String said) {}
}

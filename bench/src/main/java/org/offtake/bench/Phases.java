package org.offtake.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.offtake.etl.run.Progress;

/** When each verb of a run said its last word, which is when it ended. */
final class Phases implements Progress {
    private static final Set<String> VERBS = Set.of("landed", "conformed", "built", "published");

    private final Map<String, Long> ended = new LinkedHashMap<>();
    private long begin = System.nanoTime();

    synchronized void start() {
        ended.clear();
        begin = System.nanoTime();
    }

    @Override
    public synchronized void say(String line) {
        String verb = line.substring(0, Math.max(0, line.indexOf(' ')));
        if (VERBS.contains(verb)) {
            ended.remove(verb);
            ended.put(verb, System.nanoTime());
        }
    }

    @Override
    public void warn(String line) {
        System.err.println("WARNING " + line);
    }

    /** Seconds by verb; a verb that had nothing to say took no time of its own. */
    synchronized Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long before = begin;
        for (Map.Entry<String, Long> verb : ended.entrySet()) {
            seconds.put(verb.getKey(), (verb.getValue() - before) / 1e9);
            before = verb.getValue();
        }
        return seconds;
    }
}

package org.offtake.patterns.mix;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The product groups of one customer, and the evidence that one of them has left their orders. */
public final class MixChange {
    private final Map<String, MixWatch> groups = new TreeMap<>();

    /**
     * An order came.
     *
     * @param held the groups in it
     * @param weight of a change that begins after it; 0 while nothing is watched yet
     * @param prior of groups that are new in it
     */
    public void order(int day, Set<String> held, double weight, MixPrior prior) {
        groups.forEach((group, watch) -> watch.order(day, held.contains(group), weight / groups.size()));
        held.forEach(group -> groups.computeIfAbsent(group, ignored -> new MixWatch(prior)));
    }

    /** That a group has left; without a change it grows by one in a year. */
    public double evidence() {
        return groups.values().stream().mapToDouble(MixWatch::evidence).sum();
    }

    /** The days of the orders after which one may have left. */
    public IntStream beginnings() {
        return groups.values().stream().flatMapToInt(MixWatch::beginnings);
    }

    /** The group that has most likely left. */
    public Map.Entry<String, MixWatch> left() {
        return groups.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().evidence()))
                .orElseThrow();
    }

    public void write(DataOutput state) throws IOException {
        state.writeInt(groups.size());
        for (Map.Entry<String, MixWatch> group : groups.entrySet()) {
            state.writeUTF(group.getKey());
            group.getValue().write(state);
        }
    }

    public static MixChange read(DataInput state) throws IOException {
        MixChange change = new MixChange();
        for (int left = state.readInt(); left > 0; left--) {
            change.groups.put(state.readUTF(), MixWatch.read(state));
        }
        return change;
    }
}

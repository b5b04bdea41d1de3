package org.offtake.patterns.size;

import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Writes what is believed of product groups, each name, belief and prior once: many beginnings share them. */
final class SizesOut {
    private final DataOutput state;
    private final Map<GroupSize, Integer> sizes = new HashMap<>();
    private final Map<SizePrior, Integer> priors = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    SizesOut(DataOutput state) {
        this.state = state;
    }

    void write(GroupSize size) throws IOException {
        if (isKnown(size, sizes)) {
            return;
        }
        write(size.prior());
        state.writeInt(size.day());
        state.writeDouble(size.lines());
        state.writeDouble(size.mean());
        state.writeDouble(size.uncertainty());
        state.writeDouble(size.squares());
    }

    void write(Map<String, GroupSize> groups) throws IOException {
        state.writeInt(groups.size());
        for (Map.Entry<String, GroupSize> group : groups.entrySet()) {
            write(group.getKey());
            write(group.getValue());
        }
    }

    void write(String group) throws IOException {
        if (!isKnown(group, names)) {
            state.writeUTF(group);
        }
    }

    private void write(SizePrior prior) throws IOException {
        if (isKnown(prior, priors)) {
            return;
        }
        state.writeDouble(prior.variance());
        state.writeDouble(prior.certainty());
        state.writeDouble(prior.odd());
        state.writeDouble(prior.oddVariance());
        state.writeDouble(prior.driftPerYear());
    }

    /** Writes the number of a value; whether the value itself was written before. */
    private <T> boolean isKnown(T value, Map<T, Integer> numbers) throws IOException {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        state.writeInt(known == null ? numbers.size() - 1 : known);
        return known != null;
    }
}

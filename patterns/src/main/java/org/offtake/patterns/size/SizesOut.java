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
        Integer known = sizes.putIfAbsent(size, sizes.size());
        state.writeInt(known == null ? sizes.size() - 1 : known);
        if (known != null) {
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
        Integer known = names.putIfAbsent(group, names.size());
        state.writeInt(known == null ? names.size() - 1 : known);
        if (known == null) {
            state.writeUTF(group);
        }
    }

    private void write(SizePrior prior) throws IOException {
        Integer known = priors.putIfAbsent(prior, priors.size());
        state.writeInt(known == null ? priors.size() - 1 : known);
        if (known != null) {
            return;
        }
        state.writeDouble(prior.variance());
        state.writeDouble(prior.certainty());
        state.writeDouble(prior.odd());
        state.writeDouble(prior.oddVariance());
        state.writeDouble(prior.driftPerYear());
    }
}

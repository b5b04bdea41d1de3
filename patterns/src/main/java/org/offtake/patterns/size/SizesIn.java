package org.offtake.patterns.size;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link SizesOut} wrote. */
final class SizesIn {
    private final DataInput state;
    private final List<GroupSize> sizes = new ArrayList<>();
    private final List<SizePrior> priors = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    SizesIn(DataInput state) {
        this.state = state;
    }

    GroupSize size() throws IOException {
        int number = state.readInt();
        if (number == sizes.size()) {
            sizes.add(new GroupSize(
                    prior(),
                    state.readInt(),
                    state.readDouble(),
                    state.readDouble(),
                    state.readDouble(),
                    state.readDouble()));
        }
        return sizes.get(number);
    }

    Map<String, GroupSize> groups() throws IOException {
        Map<String, GroupSize> groups = new TreeMap<>();
        for (int left = state.readInt(); left > 0; left--) {
            groups.put(name(), size());
        }
        return groups;
    }

    String name() throws IOException {
        int number = state.readInt();
        if (number == names.size()) {
            names.add(state.readUTF());
        }
        return names.get(number);
    }

    private SizePrior prior() throws IOException {
        int number = state.readInt();
        if (number == priors.size()) {
            priors.add(new SizePrior(
                    state.readDouble(),
                    state.readDouble(),
                    state.readDouble(),
                    state.readDouble(),
                    state.readDouble()));
        }
        return priors.get(number);
    }
}

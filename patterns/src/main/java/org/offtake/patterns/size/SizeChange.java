package org.offtake.patterns.size;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One customer's quantities, and the evidence that all have dropped or that those of one group have jumped. */
public final class SizeChange {
    private static final double[] DROPS = {-0.5, -0.9, -1.4};

    /** Variance of the level after a shift whose extent is known as the nearest of a few. */
    private static final double NEAR = 0.05;

    private SizePrior prior;
    private final Map<String, GroupSize> usual = new TreeMap<>();
    private final List<SizeWatch> drops = new ArrayList<>();
    private final Map<String, JumpWatch> jumps = new TreeMap<>();
    private final Set<String> dropped = new TreeSet<>();

    public SizeChange(SizePrior prior) {
        this.prior = prior;
        for (double shift : DROPS) {
            drops.add(new SizeWatch(shift, 400));
        }
    }

    /** Groups that are new from now on begin with this prior. */
    public void turn(SizePrior newPrior) {
        prior = newPrior;
    }

    /**
     * An order came.
     *
     * @param quantities above 0, by product group
     * @param weight of a change that begins after it; 0 while nothing is watched yet
     */
    public void order(int day, Map<String, Double> quantities, double weight) {
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(quantities).forEach((group, quantity) -> {
            GroupSize known = usual.get(group);
            if (known == null) {
                usual.put(group, GroupSize.first(prior, day, Math.log(quantity)));
            } else {
                lines.add(Line.of(day, group, Math.log(quantity), known));
            }
        });
        drops.forEach(watch -> watch.order(day, lines));
        jumps.forEach((group, watch) -> {
            if (!quantities.containsKey(group)) {
                watch.orderWithout(day);
            }
        });
        lines.forEach(line -> usual.put(
                line.group(),
                jumps.computeIfAbsent(line.group(), JumpWatch::new).order(day, line)));
        if (weight > 0) {
            drops.forEach(watch -> watch.begin(day, weight / DROPS.length, usual));
            usual.forEach((group, size) ->
                    jumps.computeIfAbsent(group, JumpWatch::new).begin(day, weight / usual.size(), size));
        }
    }

    /** That all quantities have dropped; without a change it grows by one in a year. */
    public double dropped(int day) {
        return drops.stream().mapToDouble(watch -> watch.evidence(day)).sum();
    }

    /** That the quantities of one group have jumped; without a change it grows by one in a year. */
    public double jumped(int day) {
        return jumps.values().stream().mapToDouble(watch -> watch.evidence(day)).sum();
    }

    /** The group that has most likely jumped; empty text where nothing was bought. */
    public String jumpedGroup(int day) {
        return jumps.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().evidence(day)))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    public OptionalInt droppedSince(int day) {
        return strongest(day).since();
    }

    public OptionalInt jumpedSince(int day) {
        JumpWatch watch = jumps.get(jumpedGroup(day));
        return watch == null ? OptionalInt.empty() : watch.since();
    }

    /** The days of the orders after which they may have changed. */
    public IntStream beginnings() {
        return IntStream.concat(
                drops.stream().flatMapToInt(SizeWatch::beginnings),
                jumps.values().stream().flatMapToInt(JumpWatch::beginnings));
    }

    /** How far all quantities have dropped. */
    public Moved dropSeen(int day) {
        return strongest(day).moved();
    }

    /** How far the quantities of the group that has most likely jumped have. */
    public Moved jumpSeen(int day) {
        JumpWatch watch = jumps.get(jumpedGroup(day));
        return watch == null ? Moved.of(0, 0, 0) : watch.moved();
    }

    /** The smaller quantities are what is usual from now on. */
    public void acceptDrop(int day) {
        double shift = strongest(day).shift();
        Map<String, GroupSize> changed = strongest(day).changed();
        usual.replaceAll((group, size) ->
                changed.getOrDefault(group, size.shifted(shift)).loosened(NEAR));
        drops.forEach(SizeWatch::forget);
        forgetJumps();
        dropped.addAll(usual.keySet());
    }

    /** Whether the group that has most likely jumped only returns to where it was before an accepted drop. */
    public boolean recovers(int day) {
        return dropped.contains(jumpedGroup(day));
    }

    /** What the group that returned is at now is usual again; whether others return is theirs to show. */
    public void acceptRecovery(int day) {
        String group = jumpedGroup(day);
        JumpWatch watch = jumps.get(group);
        if (watch != null) {
            usual.computeIfPresent(group, (ignored, size) -> watch.changed(size).loosened(NEAR));
            watch.forget();
        }
        dropped.remove(group);
        drops.forEach(SizeWatch::forget);
    }

    /** The jump of one group was told. */
    public void acceptJump(int day) {
        String group = jumpedGroup(day);
        jumps.computeIfPresent(group, (ignored, watch) -> {
            watch.accept(day, usual.getOrDefault(group, GroupSize.first(prior, day, 0)));
            return watch;
        });
    }

    public void write(DataOutput state) throws IOException {
        SizesOut sizes = new SizesOut(state);
        sizes.write(usual);
        for (SizeWatch watch : drops) {
            watch.write(state, sizes);
        }
        state.writeInt(jumps.size());
        for (Map.Entry<String, JumpWatch> jump : jumps.entrySet()) {
            sizes.write(jump.getKey());
            jump.getValue().write(state, sizes);
        }
        state.writeInt(dropped.size());
        for (String group : dropped) {
            sizes.write(group);
        }
    }

    /** @param prior of groups that are new from now on */
    public static SizeChange read(DataInput state, SizePrior prior) throws IOException {
        SizeChange change = new SizeChange(prior);
        SizesIn sizes = new SizesIn(state);
        change.usual.putAll(sizes.groups());
        for (SizeWatch watch : change.drops) {
            watch.read(state, sizes);
        }
        for (int left = state.readInt(); left > 0; left--) {
            String group = sizes.name();
            JumpWatch watch = new JumpWatch(group);
            watch.read(state, sizes);
            change.jumps.put(group, watch);
        }
        for (int left = state.readInt(); left > 0; left--) {
            change.dropped.add(sizes.name());
        }
        return change;
    }

    private void forgetJumps() {
        jumps.values().forEach(JumpWatch::forget);
    }

    private SizeWatch strongest(int day) {
        return drops.stream()
                .max(Comparator.comparingDouble(watch -> watch.evidence(day)))
                .orElseThrow();
    }
}

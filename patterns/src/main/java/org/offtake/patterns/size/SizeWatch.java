package org.offtake.patterns.size;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The evidence that quantities have shifted: a Shiryaev-Roberts sum over the orders after which they may have, each with
 * its own belief of what was usual.
 */
final class SizeWatch {
    private static final int MOST = 10;
    /** With less, a beginning that is right is soon behind the next one, and it is given up. */
    private static final double NOTHING = 1e-8;
    /** More evidence would soon be beyond reckoning. */
    private static final double CERTAIN = 1e100;

    private final double shift;
    private final int longest;
    private final List<Beginning> beginnings = new ArrayList<>();

    /**
     * A shift after the order of a day.
     *
     * @param groups its own, which goes on with it from order to order
     * @param steps of the logarithms of the lines since from what was usual at the beginning, added up
     * @param variances of those lines, added up
     */
    private record Beginning(
            int day, double evidence, Map<String, GroupSize> groups, double steps, double variances, int lines) {
        Beginning after(int today, List<Line> order, double shift) {
            double all = evidence;
            double stepped = steps;
            double varied = variances;
            int counted = lines;
            for (Line line : order) {
                GroupSize then = groups.get(line.group());
                if (then == null || !then.known()) {
                    continue;
                }
                stepped += line.quantity() - then.mean();
                varied += then.variance();
                counted++;
                all *= then.density(today, line.quantity(), shift) / line.expected();
                groups.put(line.group(), then.observe(today, line.quantity() - shift));
            }
            return new Beginning(day, Math.min(CERTAIN, all), groups, stepped, varied, counted);
        }
    }

    /**
     * @param shift of the logarithm of a quantity
     * @param longest days that such a shift lasts
     */
    SizeWatch(double shift, int longest) {
        this.shift = shift;
        this.longest = longest;
    }

    double shift() {
        return shift;
    }

    /** An order came, with these lines of the groups that shift. */
    void order(int day, List<Line> lines) {
        beginnings.removeIf(beginning -> day - beginning.day > longest);
        beginnings.replaceAll(beginning -> beginning.after(day, lines, shift));
        beginnings.removeIf(beginning -> beginning.evidence < NOTHING);
        beginnings.sort(Comparator.comparingDouble(Beginning::evidence).reversed());
        while (beginnings.size() > MOST) {
            beginnings.remove(beginnings.size() - 1);
        }
    }

    void begin(int day, double weight, Map<String, GroupSize> usual) {
        beginnings.add(new Beginning(day, weight, new TreeMap<>(usual), 0, 0, 0));
    }

    double evidence(int day) {
        double sum = 0;
        for (Beginning beginning : beginnings) {
            sum += day - beginning.day <= longest ? beginning.evidence : 0;
        }
        return sum;
    }

    OptionalInt since() {
        return beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::evidence))
                .map(beginning -> OptionalInt.of(beginning.day))
                .orElse(OptionalInt.empty());
    }

    IntStream beginnings() {
        return beginnings.stream().mapToInt(Beginning::day);
    }

    /** What is then believed of each group, if it has shifted. */
    Map<String, GroupSize> changed() {
        return beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::evidence))
                .map(Beginning::groups)
                .map(groups -> groups.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().shifted(shift))))
                .orElse(Map.of());
    }

    /** How far quantities have moved since the shift most likely began. */
    Moved moved() {
        return beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::evidence))
                .map(beginning ->
                        Moved.of(beginning.steps, beginning.lines, beginning.variances / Math.max(1, beginning.lines)))
                .orElse(Moved.of(0, 0, 0));
    }

    void forget() {
        beginnings.clear();
    }

    void write(DataOutput state, SizesOut sizes) throws IOException {
        state.writeInt(beginnings.size());
        for (Beginning beginning : beginnings) {
            state.writeInt(beginning.day);
            state.writeDouble(beginning.evidence);
            sizes.write(beginning.groups);
            state.writeDouble(beginning.steps);
            state.writeDouble(beginning.variances);
            state.writeInt(beginning.lines);
        }
    }

    /** Goes on from what was written of a watch for the same shift. */
    void read(DataInput state, SizesIn sizes) throws IOException {
        beginnings.clear();
        for (int left = state.readInt(); left > 0; left--) {
            beginnings.add(new Beginning(
                    state.readInt(),
                    state.readDouble(),
                    sizes.groups(),
                    state.readDouble(),
                    state.readDouble(),
                    state.readInt()));
        }
    }
}

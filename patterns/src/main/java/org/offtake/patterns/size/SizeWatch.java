package org.offtake.patterns.size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The evidence that quantities have shifted: a Shiryaev-Roberts sum over the orders after which they may have, each with
 * its own belief of what was usual.
 */
final class SizeWatch {
    private static final int MOST = 10;
    /** More evidence would soon be beyond reckoning. */
    private static final double CERTAIN = 1e100;

    private final double shift;
    private final int longest;
    private List<Beginning> beginnings = new ArrayList<>();

    /**
     * A shift after the order of a day.
     *
     * @param steps of the logarithms of the lines since from what was usual at the beginning, added up
     * @param variances of those lines, added up
     */
    private record Beginning(
            int day, double evidence, Map<String, GroupSize> groups, double steps, double variances, int lines) {}

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

    /**
     * An order came.
     *
     * @param lines logarithms of the quantities by group, of the groups that shift
     * @param usual by group, which has not seen the order yet
     */
    void order(int day, Map<String, Double> lines, Map<String, GroupSize> usual) {
        List<Beginning> next = new ArrayList<>();
        for (Beginning beginning : beginnings) {
            if (day - beginning.day > longest) {
                continue;
            }
            double evidence = beginning.evidence;
            double steps = beginning.steps;
            double variances = beginning.variances;
            int counted = beginning.lines;
            Map<String, GroupSize> groups = new TreeMap<>(beginning.groups);
            for (Map.Entry<String, Double> line : lines.entrySet()) {
                GroupSize now = usual.get(line.getKey());
                GroupSize then = groups.get(line.getKey());
                if (now == null || then == null || !then.known()) {
                    continue;
                }
                steps += line.getValue() - then.mean();
                variances += then.variance();
                counted++;
                evidence *= then.density(day, line.getValue(), shift) / now.density(day, line.getValue(), 0);
                groups.put(line.getKey(), then.observe(day, line.getValue() - shift));
            }
            next.add(new Beginning(beginning.day, Math.min(CERTAIN, evidence), groups, steps, variances, counted));
        }
        next.sort(Comparator.comparingDouble(Beginning::evidence).reversed());
        beginnings = new ArrayList<>(next.subList(0, Math.min(MOST, next.size())));
    }

    void begin(int day, double weight, Map<String, GroupSize> usual) {
        beginnings.add(new Beginning(day, weight, new TreeMap<>(usual), 0, 0, 0));
    }

    double evidence(int day) {
        return beginnings.stream()
                .filter(beginning -> day - beginning.day <= longest)
                .mapToDouble(Beginning::evidence)
                .sum();
    }

    OptionalInt since() {
        return beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::evidence))
                .map(beginning -> OptionalInt.of(beginning.day))
                .orElse(OptionalInt.empty());
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
}

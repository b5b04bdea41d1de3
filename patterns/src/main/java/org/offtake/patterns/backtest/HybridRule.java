package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offtake.patterns.backtest.Score.Told;
import org.offtake.patterns.detect.Budget;
import org.offtake.patterns.detect.Fit;
import org.offtake.patterns.detect.Kind;

/**
 * The rule of the trade for orders that stay away, beside what is told by evidence.
 *
 * @param silence of orders
 * @param besides what evidence tells, by customer
 */
record HybridRule(String name, PlainRule silence, Map<String, List<Told>> besides) {
    private static final double SIZES = 20;

    /** Beside the rule only what no gap shows: that quantities have dropped. */
    static HybridRule withSizes(PlainRule silence, LabelledSet set, Fit fit) {
        Map<String, List<Told>> sizes =
                Backtest.told(new Replay(set, fit).alarms(Budget.only(Kind.SIZE_DROPPED, SIZES)));
        return new HybridRule(silence.name() + ", or all quantities dropped", silence, sizes);
    }

    /** What a run tells when the rule is set. */
    static HybridRule withDetector(PlainRule silence, Map<String, List<Told>> told) {
        return new HybridRule(silence.name() + ", or the evidence of the first row", silence, told);
    }

    HybridRule at(double otherDays) {
        return new HybridRule(name, silence.at(otherDays), besides);
    }

    Map<String, List<Told>> alarms(LabelledSet set) {
        Map<String, List<Told>> all = new TreeMap<>(silence.alarms(set));
        besides.forEach((customer, told) -> all.merge(customer, told, HybridRule::together));
        return all;
    }

    private static List<Told> together(List<Told> left, List<Told> right) {
        List<Told> both = new ArrayList<>(left);
        both.addAll(right);
        both.sort(Comparator.comparingInt(Told::day));
        return both;
    }
}

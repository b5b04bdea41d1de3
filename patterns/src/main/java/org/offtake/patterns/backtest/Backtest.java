package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.Score.Told;
import org.offtake.patterns.detect.Alarm;
import org.offtake.patterns.detect.Budget;
import org.offtake.patterns.detect.Fit;

/** A labelled set as the detector would have told of it, scored beside rules of thumb. */
public record Backtest(LabelledSet set, Fit fit) {
    private static final List<Double> CURVE =
            List.of(1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0, 100.0);
    private static final int HALVINGS = 24;

    public static Backtest of(LabelledSet set) {
        return new Backtest(set, set.fit());
    }

    /**
     * All that the alarms at a threshold are worth.
     *
     * @param silence days without an order that are told whatever the rhythm, where that is tried beside evidence
     */
    public List<Table> tables(double threshold, double silence) {
        Map<String, List<Alarm>> alarms = new Replay(set, fit).alarms(Budget.of(threshold));
        Map<String, List<Told>> told = told(alarms);
        return List.of(
                beside(threshold, silence, told),
                frequencies(threshold, told),
                kinds(threshold, told),
                Calibration.of(set, alarms).table(),
                WeeklyList.of(set, alarms));
    }

    /** What alarms are worth at thresholds from lax to strict. */
    public Table curve() {
        List<List<Object>> rows = new ArrayList<>();
        for (double threshold : CURVE) {
            Map<String, List<Told>> told = told(new Replay(set, fit).alarms(Budget.of(threshold)));
            rows.add(ScoreRows.row("evidence of at least", threshold, Score.of(set, told)));
        }
        return new Table("by threshold", ScoreRows.COLUMNS, rows);
    }

    private Table beside(double threshold, double silence, Map<String, List<Told>> told) {
        Score detector = Score.of(set, told);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(ScoreRows.row("evidence of at least", threshold, detector));
        List<PlainRule> rules = List.of(PlainRule.noOrderFor(60), PlainRule.noOrderFor(90), PlainRule.gapOverMean(2));
        for (PlainRule rule : rules) {
            rows.add(ScoreRows.row(rule.name(), rule.strength(), Score.of(set, rule.alarms(set))));
        }
        HybridRule hybrid = HybridRule.withSizes(PlainRule.noOrderFor(silence), set, fit);
        for (HybridRule rule : List.of(hybrid, HybridRule.withDetector(hybrid.silence(), told))) {
            rows.add(ScoreRows.row(rule.name(), silence, Score.of(set, rule.alarms(set))));
        }
        rows.add(atVolume(
                rules.get(0).name(), detector, days -> rules.get(0).at(days).alarms(set)));
        rows.add(atVolume(
                rules.get(2).name(), detector, by -> rules.get(2).at(by).alarms(set)));
        rows.add(atVolume(hybrid.name(), detector, days -> hybrid.at(days).alarms(set)));
        return new Table("all customers", ScoreRows.COLUMNS, rows);
    }

    /** A rule at the strength at which it tells of as many false alarms. */
    private List<Object> atVolume(String name, Score detector, DoubleFunction<Map<String, List<Told>>> alarms) {
        double low = 0;
        double high = 1000;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (Score.of(set, alarms.apply(middle)).falsePerMonth() > detector.falsePerMonth()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return ScoreRows.row(name + ", at as many false alarms", high, Score.of(set, alarms.apply(high)));
    }

    private Table frequencies(double threshold, Map<String, List<Told>> told) {
        List<List<Object>> rows = Stream.of(Band.values())
                .map(band -> ScoreRows.row(
                        band.says(), threshold, Score.of(set, told, customer -> Band.of(set, customer) == band)))
                .toList();
        return new Table("by the mean gap of the days that teach", ScoreRows.COLUMNS, rows);
    }

    private Table kinds(double threshold, Map<String, List<Told>> told) {
        List<List<Object>> rows = set.deviations().values().stream()
                .map(Deviation::kind)
                .distinct()
                .sorted()
                .map(kind -> {
                    Score score = Score.of(set, told, customer -> {
                        Deviation deviation = set.deviations().get(customer.id());
                        return deviation != null && deviation.kind().equals(kind);
                    });
                    return List.<Object>of(
                            kind,
                            ScoreRows.rounded(threshold, 1),
                            ScoreRows.rounded(score.recall(), 2),
                            score.hits() == 0 ? "" : ScoreRows.rounded(score.medianDelay(), 0),
                            score.intervals().isEmpty() ? "" : ScoreRows.rounded(score.medianIntervals(), 1),
                            score.deviations(),
                            score.hits());
                })
                .toList();
        return new Table(
                "by kind of deviation",
                List.of("what", "strength", "recall", "delay_days", "delay_own_intervals", "deviations", "found"),
                rows);
    }

    static Told told(Alarm alarm) {
        return new Told(alarm.day(), alarm.kind().direction());
    }

    private static List<Told> told(List<Alarm> alarms) {
        return alarms.stream().map(Backtest::told).toList();
    }

    /** The alarms that are scored, of one customer. */
    static List<Alarm> kept(List<Alarm> alarms) {
        List<Told> kept = Score.kept(told(alarms));
        return alarms.stream().filter(alarm -> kept.contains(told(alarm))).toList();
    }

    static Map<String, List<Told>> told(Map<String, List<Alarm>> alarms) {
        Map<String, List<Told>> told = new TreeMap<>();
        alarms.forEach((customer, list) -> told.put(customer, told(list)));
        return told;
    }
}

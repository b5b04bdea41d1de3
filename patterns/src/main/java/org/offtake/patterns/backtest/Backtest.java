package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** All that the alarms at a threshold are worth. */
    public List<Table> tables(double threshold) {
        Map<String, List<Alarm>> alarms = new Replay(set, fit).alarms(Budget.of(threshold));
        Map<String, List<Told>> told = told(alarms);
        return List.of(
                beside(threshold, told),
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

    private Table beside(double threshold, Map<String, List<Told>> told) {
        Score detector = Score.of(set, told);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(ScoreRows.row("evidence of at least", threshold, detector));
        List<PlainRule> rules = List.of(PlainRule.noOrderFor(60), PlainRule.noOrderFor(90), PlainRule.gapOverMean(2));
        for (PlainRule rule : rules) {
            rows.add(ScoreRows.row(rule.name(), rule.strength(), Score.of(set, rule.alarms(set))));
        }
        for (PlainRule rule : List.of(rules.get(0), rules.get(2))) {
            PlainRule same = atVolume(rule, detector.falsePerMonth());
            rows.add(ScoreRows.row(
                    rule.name() + ", at as many false alarms", same.strength(), Score.of(set, same.alarms(set))));
        }
        return new Table("all customers", ScoreRows.COLUMNS, rows);
    }

    /** The rule at the strength at which it tells of as many false alarms. */
    private PlainRule atVolume(PlainRule rule, double falsePerMonth) {
        double low = 0;
        double high = 1000;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (Score.of(set, rule.at(middle).alarms(set)).falsePerMonth() > falsePerMonth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return rule.at(high);
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

    private static Map<String, List<Told>> told(Map<String, List<Alarm>> alarms) {
        Map<String, List<Told>> told = new TreeMap<>();
        alarms.forEach((customer, list) -> told.put(customer, told(list)));
        return told;
    }
}

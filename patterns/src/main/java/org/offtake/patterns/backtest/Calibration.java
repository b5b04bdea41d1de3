package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.detect.Alarm;

/** Of alarms that were told with a probability, how many were right: by deciles of the probability. */
final class Calibration {
    private static final int DECILES = 10;

    private final int[] right = new int[DECILES];
    private final int[] all = new int[DECILES];
    private final double[] told = new double[DECILES];

    private Calibration() {}

    static Calibration of(LabelledSet set, Map<String, List<Alarm>> alarms) {
        Calibration calibration = new Calibration();
        alarms.forEach((customer, list) -> calibration.add(set, set.deviations().get(customer), list));
        return calibration;
    }

    private void add(LabelledSet set, @Nullable Deviation deviation, List<Alarm> alarms) {
        for (Alarm alarm : Backtest.kept(alarms)) {
            Verdict verdict =
                    Verdict.of(Backtest.told(alarm), deviation, set.period().horizon());
            if (verdict != Verdict.NEITHER) {
                int decile = Math.min(DECILES - 1, (int) (alarm.probability() * DECILES));
                all[decile]++;
                told[decile] += alarm.probability();
                right[decile] += verdict == Verdict.HIT ? 1 : 0;
            }
        }
    }

    Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int decile = 0; decile < DECILES; decile++) {
            if (all[decile] > 0) {
                rows.add(List.of(
                        ScoreRows.rounded(decile / 10.0, 1) + " to " + ScoreRows.rounded((decile + 1) / 10.0, 1),
                        all[decile],
                        ScoreRows.rounded(told[decile] / all[decile], 2),
                        ScoreRows.rounded(right[decile] / (double) all[decile], 2)));
            }
        }
        return new Table(
                "probability that was told, and how often it was right",
                List.of("probability", "alarms", "told", "right"),
                rows);
    }
}

package org.offtake.patterns.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How a score is written into a row. */
final class ScoreRows {
    static final List<String> COLUMNS = List.of(
            "what",
            "strength",
            "precision",
            "recall",
            "chance_adjusted_recall",
            "delay_days",
            "delay_own_intervals",
            "false_per_100_a_month",
            "deviations",
            "found",
            "false_alarms");

    private ScoreRows() {}

    static List<Object> row(String what, double strength, Score score) {
        return List.of(
                what,
                rounded(strength, 1),
                score.hits() + score.falseAlarms() == 0 ? "" : rounded(score.precision(), 2),
                score.deviations() == 0 ? "" : rounded(score.recall(), 2),
                score.deviations() == 0 ? "" : rounded(score.chanceAdjustedRecall(), 2),
                score.hits() == 0 ? "" : rounded(score.medianDelay(), 0),
                score.intervals().isEmpty() ? "" : rounded(score.medianIntervals(), 1),
                rounded(score.falsePerMonth(), 2),
                score.deviations(),
                score.hits(),
                score.falseAlarms());
    }

    static Object rounded(double value, int digits) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP) : "";
    }
}

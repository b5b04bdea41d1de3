package org.offtake.patterns.backtest;

import org.jspecify.annotations.Nullable;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.Score.Told;

/** What a kept alarm was, by the labels. */
enum Verdict {
    HIT,
    FALSE,
    /** Too late after the onset to be either. */
    NEITHER;

    /** @param deviation of the customer; null without one */
    static Verdict of(Told alarm, @Nullable Deviation deviation, int horizon) {
        if (deviation == null || alarm.day() < deviation.onset()) {
            return FALSE;
        }
        if (alarm.day() >= deviation.onset() + horizon) {
            return NEITHER;
        }
        return alarm.direction() == deviation.direction() ? HIT : FALSE;
    }
}

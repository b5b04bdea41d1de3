package org.offtake.sample.drop;

import java.time.LocalDate;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;

/** The file a record lands in: that of its own day, and for one in a hundred a file some days later. */
public record Landing(Dice dice, LocalDate lastDay, boolean workingDaysOnly) {
    private static final double LATE = 0.01;

    LocalDate of(LocalDate day) {
        int late = dice.chance(LATE) ? dice.between(1, 4) : 0;
        return workingDaysOnly ? DutchCalendar.workingDaysAfter(day, late) : day.plusDays(late);
    }
}

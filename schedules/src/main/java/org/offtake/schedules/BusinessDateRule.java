package org.offtake.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which business date a run is for, by the local day that it was planned on. */
public enum BusinessDateRule {
    YESTERDAY(1),
    TODAY(0);

    private final int daysBefore;

    BusinessDateRule(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    public LocalDate of(Instant planned, ZoneId zone) {
        return planned.atZone(zone).toLocalDate().minusDays(daysBefore);
    }
}

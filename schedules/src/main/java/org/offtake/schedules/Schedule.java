package org.offtake.schedules;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What runs when, as its file says.
 *
 * @param name that of the file
 * @param zone whose wall clock all its times are on
 * @param readyBy the promise: the time of day by which people find it done
 * @param startWithin how late a run may still start; empty for however late
 * @param steps in their order; a step begins when the one before it is done
 */
public record Schedule(
        Path file,
        String name,
        String about,
        String owner,
        When when,
        ZoneId zone,
        BusinessDateRule businessDate,
        Optional<LocalTime> readyBy,
        Missed missed,
        Optional<Duration> startWithin,
        Retry retry,
        List<Step> steps) {

    public Schedule {
        steps = List.copyOf(steps);
    }

    /** The times of its own, unless it runs after another one. */
    public Optional<Cron> cron() {
        return when instanceof When.At at ? Optional.of(at.cron()) : Optional.empty();
    }

    public LocalDate businessDate(Instant planned) {
        return businessDate.of(planned, zone);
    }

    /** Until when a run planned at this instant keeps the promise; a time of day before the planned one is the next day's. */
    public Optional<Instant> readyBy(Instant planned) {
        ZonedDateTime local = planned.atZone(zone);
        return readyBy.map(time -> {
            LocalDate day = local.toLocalDate();
            LocalDate due = time.isAfter(local.toLocalTime()) ? day : day.plusDays(1);
            return due.atTime(time).atZone(zone).toInstant();
        });
    }
}

package org.offtake.schedules;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cron expression on the wall clock of a zone: minute, hour, day of the month, month, day of the week.
 *
 * <p>When the clock is changed, a time that does not exist runs as much later as the clock was put forward, and one that exists
 * twice runs the first time: each once. An expression for every hour runs every hour that passes, so once more or once less on that day.
 */
public record Cron(String expression, ZoneId zone) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DAILY = Pattern.compile("\\d+\\s+\\d+\\s");
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final Set<String> EVERY_HOUR = Set.of("*", "*/1", "0-23");

    /** No zone puts its clock further than this. */
    private static final Duration LARGEST_CHANGE = Duration.ofHours(3);

    /** Refuses what is no cron expression, saying why, and one whose time never comes. */
    public Cron {
        if (next(times(expression), SOME_DAY).isEmpty()) {
            throw new IllegalArgumentException("'" + expression + "' names a day that no calendar has");
        }
    }

    /** The first planned time after the instant; empty when there is none any more. */
    public Optional<Instant> after(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (everyHour()) {
            Optional<Instant> plain = times(local).findFirst().map(time -> instant.plus(Duration.between(local, time)));
            if (plain.filter(it -> isOneClock(instant, it)).isPresent()) {
                return plain;
            }
        }
        LocalDateTime settled = local.plus(LARGEST_CHANGE);
        Optional<Instant> near = times(local.minus(LARGEST_CHANGE))
                .takeWhile(settled::isAfter)
                .flatMap(this::instants)
                .filter(instant::isBefore)
                .min(Instant::compareTo);
        return near.isPresent()
                ? near
                : times(settled.minusNanos(1)).flatMap(this::instants).findFirst();
    }

    /** The last planned time up to and including {@code until}, of those from {@code planned} on, and how many came before it. */
    public Latest latest(Instant planned, Instant until) {
        Latest latest = new Latest(planned, 0);
        for (Optional<Instant> next = after(planned);
                next.isPresent() && !next.get().isAfter(until);
                next = after(next.get())) {
            latest = new Latest(next.get(), latest.before() + 1);
        }
        return latest;
    }

    /** A planned time, and how many were passed over for it. */
    public record Latest(Instant planned, int before) {}

    private boolean isOneClock(Instant one, Instant other) {
        return zone.getRules().getOffset(one).equals(zone.getRules().getOffset(other));
    }

    /** Whether no day has two of its times. */
    public boolean isDaily() {
        return DAILY.matcher(expression.strip()).lookingAt();
    }

    private boolean everyHour() {
        return EVERY_HOUR.contains(BLANKS.split(expression.strip())[1]);
    }

    /** When the wall clock shows it: of an expression for every hour as often as it does, else once. */
    private Stream<Instant> instants(LocalDateTime time) {
        return everyHour()
                ? zone.getRules().getValidOffsets(time).stream().map(time::toInstant)
                : Stream.of(time.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }

    /** What the wall clock shows at the planned times after this one. */
    private Stream<LocalDateTime> times(LocalDateTime after) {
        ExecutionTime times = times(expression);
        return Stream.iterate(next(times, after), Optional::isPresent, time -> time.flatMap(it -> next(times, it)))
                .flatMap(Optional::stream);
    }

    private static Optional<LocalDateTime> next(ExecutionTime times, LocalDateTime after) {
        return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(time -> time.toLocalDateTime());
    }

    private static ExecutionTime times(String expression) {
        return ExecutionTime.forCron(PARSER.parse(expression).validate());
    }

    @Override
    public String toString() {
        return expression + " " + zone;
    }
}

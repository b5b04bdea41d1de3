package org.offtake.schedules.local;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offtake.schedules.Schedule;
import org.offtake.serving.Database;

/** Asks the scheduler, wherever it runs, for runs beside those at planned times. */
public final class Requests {
    static final String TABLE = "app.scheduled_tasks";

    private static final Pattern PLANNED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

    /** So many runs back is looked for one that has not ended. */
    private static final int MANY = 100;

    private final ScheduleRuns runs;
    private final SchedulerClient client;
    private final Clock clock;

    public Requests(Database database, Clock clock) {
        this.runs = new ScheduleRuns(database);
        this.client = SchedulerClient.Builder.create(database.dataSource())
                .tableName(TABLE)
                .build();
        this.clock = clock;
    }

    static boolean isPlannedTime(String key) {
        return PLANNED.matcher(key).matches();
    }

    /**
     * Asks for one run now; asking again before it has ended gives the same run.
     *
     * @param date for this business date instead of the one the rule of the schedule gives
     */
    public ScheduleRun trigger(Schedule schedule, Optional<LocalDate> date) {
        Instant now = clock.instant();
        LocalDate businessDate = date.orElseGet(() -> schedule.businessDate(now));
        String named = "by hand for " + businessDate;
        Optional<ScheduleRun> open = runs.newest(schedule.name(), MANY).stream()
                .filter(run -> run.cause() == Cause.HAND
                        && run.businessDate().equals(businessDate)
                        && !run.status().ended())
                .findFirst();
        return open.orElseGet(
                () -> ask(new Request(schedule.name(), named + " at " + now, Cause.HAND, now, businessDate)));
    }

    /** Asks for one run per business date, from the first to the last; days that were asked for before are not run again. */
    public List<ScheduleRun> backfill(Schedule schedule, LocalDate first, LocalDate last) {
        Instant now = clock.instant();
        return days(first, last)
                .map(day -> ask(new Request(schedule.name(), "backfill " + day, Cause.BACKFILL, now, day)))
                .toList();
    }

    /** The days of a range, both ends in it. */
    public static Stream<LocalDate> days(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the range ends on " + last + ", before it begins on " + first + "; turn the two around");
        }
        return first.datesUntil(last.plusDays(1));
    }

    /** Makes a run that failed or was skipped go on with the step that was not done, as soon as the scheduler looks. */
    public ScheduleRun again(ScheduleRun run) {
        if (run.status() != Status.FAILED && run.status() != Status.SKIPPED) {
            throw new IllegalArgumentException("run " + run.id() + " of " + run.schedule() + " is "
                    + run.status().written() + "; only one that failed or was skipped can be run again");
        }
        runs.reopen(run);
        client.scheduleIfNotExists(ScheduleTask.instance(run.schedule(), run.key()), clock.instant());
        return runs.find(run.schedule(), run.key()).orElse(run);
    }

    /** When a run at a time of the schedule's own is due; empty when none is planned. */
    public Optional<Instant> next(String schedule) {
        return LocalScheduler.planned(client, schedule)
                .filter(it -> !it.isPicked())
                .map(it -> it.getExecutionTime())
                .findFirst();
    }

    private ScheduleRun ask(Request request) {
        ScheduleRun run = runs.open(request);
        if (run.status() == Status.PLANNED) {
            client.scheduleIfNotExists(ScheduleTask.instance(request.schedule(), request.key()), clock.instant());
        }
        return run;
    }
}

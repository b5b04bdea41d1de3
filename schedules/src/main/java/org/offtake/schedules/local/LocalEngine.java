package org.offtake.schedules.local;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;
import org.offtake.serving.Database;

/** Our own scheduler, as its database knows it: what is asked here is done by whichever process runs schedules. */
public final class LocalEngine implements Engine {
    static final String TABLE = "app.scheduled_tasks";

    private static final Pattern PLANNED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

    /** So many runs back is looked for one that has not ended. */
    private static final int MANY = 100;

    private final ScheduleRuns runs;
    private final Pauses pauses;
    private final SchedulerClient client;
    private final Path logs;
    private final Clock clock;

    /** @param logs a folder; each run has a file below it */
    public LocalEngine(Database database, Path logs, Clock clock) {
        this.runs = new ScheduleRuns(database);
        this.pauses = new Pauses(database);
        this.client = SchedulerClient.Builder.create(database.dataSource())
                .tableName(TABLE)
                .build();
        this.logs = logs;
        this.clock = clock;
    }

    static boolean isPlannedTime(String key) {
        return PLANNED.matcher(key).matches();
    }

    @Override
    public ScheduleRun trigger(Schedule schedule, Optional<LocalDate> businessDate) {
        Instant now = clock.instant();
        LocalDate date = businessDate.orElseGet(() -> schedule.businessDate(now));
        Optional<ScheduleRun> open = newest(schedule, MANY).stream()
                .filter(run -> run.cause() == Cause.HAND
                        && run.businessDate().equals(date)
                        && !run.status().ended())
                .findFirst();
        String key = "by hand for " + date + " at " + now;
        return open.orElseGet(() -> ask(new Request(schedule.name(), key, Cause.HAND, now, date)));
    }

    @Override
    public List<ScheduleRun> newest(Schedule schedule, int count) {
        return runs.newest(schedule.name(), count).stream().map(LocalRun::run).toList();
    }

    @Override
    public ScheduleRun get(Schedule schedule, String id) {
        return runs.get(schedule.name(), id).run();
    }

    @Override
    public List<LocalDate> missing(Schedule schedule, LocalDate first, LocalDate last) {
        return Engine.days(first, last)
                .filter(day -> runs.find(schedule.name(), backfillOf(day)).isEmpty())
                .toList();
    }

    @Override
    public List<LocalDate> backfill(Schedule schedule, LocalDate first, LocalDate last) {
        Instant now = clock.instant();
        List<LocalDate> missing = missing(schedule, first, last);
        missing.forEach(day -> ask(new Request(schedule.name(), backfillOf(day), Cause.BACKFILL, now, day)));
        return missing;
    }

    private static String backfillOf(LocalDate day) {
        return "backfill " + day;
    }

    @Override
    public ScheduleRun again(Schedule schedule, ScheduleRun run) {
        run.refuseUnlessItStopped();
        LocalRun local = runs.get(schedule.name(), run.id());
        runs.reopen(local);
        client.scheduleIfNotExists(ScheduleTask.instance(run.schedule(), local.key()), clock.instant());
        return get(schedule, run.id());
    }

    @Override
    public void pause(Schedule schedule, String by, String reason) {
        pauses.pause(schedule.name(), clock.instant(), by, reason);
    }

    @Override
    public boolean resume(Schedule schedule) {
        return pauses.resume(schedule.name(), clock.instant());
    }

    @Override
    public Optional<Instant> resumed(Schedule schedule) {
        return pauses.resumed(schedule.name());
    }

    @Override
    public Optional<String> paused(Schedule schedule) {
        return pauses.of(schedule.name());
    }

    @Override
    public Optional<Instant> next(Schedule schedule) {
        return LocalScheduler.planned(client, schedule.name())
                .filter(it -> !it.isPicked())
                .map(it -> it.getExecutionTime())
                .findFirst();
    }

    @Override
    public String planning() {
        return "is planned when `offtake schedule run` is started";
    }

    @Override
    public String mustRun() {
        return "`./offtake schedule run` (or `serve --schedule`) must be running";
    }

    @Override
    public Transcript transcript(Schedule schedule, ScheduleRun run) {
        return new LogFile(logOf(logs, run));
    }

    /** The file that has what the steps of a run said. */
    static Path logOf(Path logs, ScheduleRun run) {
        return logs.resolve(run.schedule()).resolve(run.id() + ".log");
    }

    private ScheduleRun ask(Request request) {
        LocalRun run = runs.open(request);
        if (run.status() == Status.PLANNED) {
            client.scheduleIfNotExists(ScheduleTask.instance(request.schedule(), request.key()), clock.instant());
        }
        return run.run();
    }
}

package org.offtake.schedules.local;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.offtake.schedules.Commands;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedules;

/** A scheduler whose clock is moved by hand, and commands that end as they are told to. */
public final class Desk implements Commands, AutoCloseable {
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    public final HandClock clock;
    public final OwnDatabase database = new OwnDatabase();
    public final List<String> ran = new ArrayList<>();
    public final Deque<Integer> exitCodes = new ArrayDeque<>();
    private final Path folder;
    private LocalScheduler scheduler;

    /** @param folder for its schedules and logs */
    public Desk(Path folder, String now, String... files) throws IOException {
        this.folder = folder;
        this.clock = new HandClock(now);
        this.scheduler = started(files);
    }

    /** Writes a schedule whose steps are the given words, each a command. */
    public static String file(String when, String... more) {
        return "about: x\nowner: data\n" + when + "\n" + String.join("\n", more) + "\n";
    }

    /** Lets this scheduler be and starts another one on the same database, on these files: names and texts in turn. */
    public void restarts(String... files) throws IOException {
        scheduler = started(files);
    }

    private LocalScheduler started(String... files) throws IOException {
        Files.createDirectories(folder.resolve("schedules"));
        for (int i = 0; i < files.length; i += 2) {
            Files.writeString(folder.resolve("schedules").resolve(files[i] + ".yml"), files[i + 1]);
        }
        LocalScheduler started = new LocalScheduler(
                database.database(),
                schedules(),
                this,
                folder.resolve("logs"),
                clock,
                tasks -> TestHelper.createManualScheduler(database.database().dataSource(), tasks)
                        .clock(clock.settable()));
        started.start();
        return started;
    }

    public Schedules schedules() {
        return Schedules.read(List.of(folder.resolve("schedules")), AMSTERDAM);
    }

    public Engine engine() {
        return new LocalEngine(database.database(), folder.resolve("logs"), clock);
    }

    /** Moves the clock from one time that something is due to the next, and runs what is due at each. */
    public void until(String instant) {
        Instant end = Instant.parse(instant);
        for (Instant due = due(); !due.isAfter(end); due = due()) {
            clock.settable().set(due.isAfter(clock.instant()) ? due : clock.instant());
            runsWhatIsDue();
        }
        clock.settable().set(end);
    }

    private Instant due() {
        return database
                .column("select to_char(min(execution_time) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from app.scheduled_tasks")
                .stream()
                .filter(text -> !text.equals("null"))
                .map(Instant::parse)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** Moves the clock while nobody looks. */
    public void sleepsUntil(String instant) {
        clock.settable().set(Instant.parse(instant));
    }

    public void runsWhatIsDue() {
        ManualScheduler manual = (ManualScheduler) scheduler.scheduler();
        for (int chained = 0; chained < 3; chained++) {
            manual.runAnyDueExecutions();
        }
    }

    void takesOverFromTheDead() {
        ((ManualScheduler) scheduler.scheduler()).runDeadExecutionDetection();
    }

    @Override
    public Outcome run(List<String> words, Path log) {
        ran.add(clock.instant() + " " + String.join(" ", words));
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, String.join(" ", words) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Integer code = exitCodes.poll();
        return code == null || code == 0 ? new Outcome(0, "") : new Outcome(code, "it said why");
    }

    public List<String> runs() {
        return database.column(
                "select schedule_name || ' ' || status || ' ' || business_date || coalesce(' ' || message, '')"
                        + " from app.schedule_run order by schedule_run_id");
    }

    @Override
    public void close() {
        database.close();
    }
}

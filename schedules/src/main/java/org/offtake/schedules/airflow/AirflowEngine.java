package org.offtake.schedules.airflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offtake.schedules.BusinessDateRule;
import org.offtake.schedules.Cron;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;

/** Airflow, to which the schedules were deployed. */
public final class AirflowEngine implements Engine {
    private static final String BY_HAND = "offtake_by_hand__";
    private static final int MANY = 100;

    private final Airflow airflow;
    private final Clock clock;

    /** Signs in with the user and password when it is asked the first thing. */
    public AirflowEngine(URI url, String user, String password, Clock clock) {
        this(new Airflow(url, user, password), clock);
    }

    AirflowEngine(Airflow airflow, Clock clock) {
        this.airflow = airflow;
        this.clock = clock;
    }

    Airflow airflow() {
        return airflow;
    }

    /** @return the run that there is when one for this business date was asked for by hand and has not ended */
    @Override
    public ScheduleRun trigger(Schedule schedule, Optional<LocalDate> businessDate) {
        Dag dag = deployed(schedule);
        if (dag.isPaused()) {
            throw new IllegalArgumentException(schedule.name() + " is paused in " + airflow
                    + ", where a run that is asked for waits until `offtake schedule unpause " + schedule.name() + "`");
        }
        LocalDate date = businessDate.orElseGet(() -> schedule.businessDate(clock.instant()));
        String prefix = BY_HAND + date + "__";
        List<DagRun> known = airflow.newest(dag.dagId(), MANY).stream()
                .filter(run -> run.dagRunId().startsWith(prefix))
                .toList();
        Optional<DagRun> open = known.stream().filter(run -> !run.ended()).findFirst();
        DagRun run = open.orElseGet(() -> asked(dag, date, prefix, known.size() + 1));
        return read(schedule, List.of(run)).get(0);
    }

    /** Under the first number from this one on that no run has which ended long ago. */
    private DagRun asked(Dag dag, LocalDate date, String prefix, int number) {
        DagRun run =
                airflow.trigger(dag.dagId(), prefix + number, asked(date), "asked for with `offtake schedule trigger`");
        return run.ended() ? asked(dag, date, prefix, number + 1) : run;
    }

    private static ObjectNode asked(LocalDate date) {
        return Airflow.object().put("business_date", date.toString());
    }

    @Override
    public List<ScheduleRun> newest(Schedule schedule, int count) {
        return read(schedule, airflow.newest(dagId(schedule), Math.min(count, MANY)));
    }

    private List<ScheduleRun> read(Schedule schedule, List<DagRun> runs) {
        Optional<Instant> oldest = runs.stream().map(DagRun::runAfter).min(Instant::compareTo);
        Map<String, List<TaskInstance>> tasks =
                oldest.map(since -> airflow.tasksSince(dagId(schedule), since)).orElse(List.of()).stream()
                        .collect(Collectors.groupingBy(TaskInstance::dagRunId));
        RunReader reader = new RunReader(airflow, schedule);
        return runs.stream()
                .map(run -> reader.read(run, tasks.getOrDefault(run.dagRunId(), List.of())))
                .toList();
    }

    @Override
    public ScheduleRun get(Schedule schedule, String id) {
        DagRun run = airflow.run(dagId(schedule), id)
                .orElseThrow(() -> new IllegalArgumentException(schedule.name() + " has no run " + id + " in " + airflow
                        + "; `offtake schedule status " + schedule.name() + "` lists them"));
        return new RunReader(airflow, schedule).read(run, airflow.tasks(run.dagId(), run.dagRunId()));
    }

    @Override
    public List<LocalDate> missing(Schedule schedule, LocalDate first, LocalDate last) {
        String dagId = deployed(schedule).dagId();
        if (!isBackfilledByAirflow(schedule)) {
            return Engine.days(first, last)
                    .filter(day -> airflow.run(dagId, DagRun.BACKFILL + day).isEmpty())
                    .toList();
        }
        Range range = range(schedule, first, last);
        return airflow.wouldBackfill(dagId, range.from(), range.to()).stream()
                .map(schedule::businessDate)
                .sorted()
                .toList();
    }

    /** Airflow's own backfill, where that is one run for each business date; the days of other schedules are triggered. */
    @Override
    public List<LocalDate> backfill(Schedule schedule, LocalDate first, LocalDate last) {
        List<LocalDate> missing = missing(schedule, first, last);
        String dagId = dagId(schedule);
        if (!isBackfilledByAirflow(schedule)) {
            missing.forEach(day -> airflow.trigger(
                    dagId, DagRun.BACKFILL + day, asked(day), "asked for with `offtake schedule backfill`"));
        } else if (!missing.isEmpty()) {
            Range range = range(schedule, first, last);
            airflow.backfillBetween(dagId, range.from(), range.to());
        }
        return missing;
    }

    /** Airflow makes a run for each planned time, and none of what runs after another schedule. */
    private static boolean isBackfilledByAirflow(Schedule schedule) {
        return schedule.cron().filter(Cron::isDaily).isPresent();
    }

    private record Range(Instant from, Instant to) {}

    /** All instants that are planned on the days whose runs are for these business dates. */
    private static Range range(Schedule schedule, LocalDate first, LocalDate last) {
        long days = Engine.days(first, last).count();
        int later = schedule.businessDate() == BusinessDateRule.YESTERDAY ? 1 : 0;
        LocalDate begin = first.plusDays(later);
        return new Range(
                begin.atStartOfDay(schedule.zone()).toInstant(),
                begin.plusDays(days).atStartOfDay(schedule.zone()).toInstant().minusMillis(1));
    }

    @Override
    public ScheduleRun again(Schedule schedule, ScheduleRun run) {
        run.refuseUnlessItStopped();
        airflow.clear(dagId(schedule), run.id(), run.status() == Status.FAILED);
        return get(schedule, run.id());
    }

    /** Airflow knows who paused, in its own log of events, and no reason. */
    @Override
    public void pause(Schedule schedule, String by, String reason) {
        airflow.pause(deployed(schedule).dagId(), true);
    }

    @Override
    public boolean resume(Schedule schedule) {
        Dag dag = deployed(schedule);
        if (dag.isPaused()) {
            airflow.pause(dag.dagId(), false);
        }
        return dag.isPaused();
    }

    /** Airflow does not say. */
    @Override
    public Optional<Instant> resumed(Schedule schedule) {
        return Optional.empty();
    }

    @Override
    public Optional<String> paused(Schedule schedule) {
        return airflow.dag(dagId(schedule)).filter(Dag::isPaused).map(dag -> "paused in " + airflow);
    }

    @Override
    public Optional<Instant> next(Schedule schedule) {
        return airflow.dag(dagId(schedule)).filter(dag -> !dag.isPaused()).flatMap(Dag::nextDagrunRunAfter);
    }

    @Override
    public String planning() {
        return "is planned once `offtake schedule deploy` has brought it to " + airflow;
    }

    @Override
    public String mustRun() {
        return "the scheduler of " + airflow + " must be running";
    }

    @Override
    public Transcript transcript(Schedule schedule, ScheduleRun run) {
        return new TaskLogs(airflow, schedule, run);
    }

    private Dag deployed(Schedule schedule) {
        return airflow.dag(dagId(schedule))
                .orElseThrow(() -> new IllegalArgumentException(
                        airflow + " has no " + dagId(schedule) + "; `offtake schedule deploy` brings it there"));
    }

    static String dagId(Schedule schedule) {
        return DagFile.dagId(schedule.name());
    }
}

package org.offtake.schedules.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.offtake.schedules.Cause;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Status;
import org.offtake.schedules.Step;

/** Reads a run of a DAG as the run of a schedule. */
record RunReader(Airflow airflow, Schedule schedule) {
    private static final int LINES = 5;

    ScheduleRun read(DagRun run, List<TaskInstance> all) {
        List<TaskInstance> steps = all.stream()
                .filter(task -> schedule.steps().stream().map(Step::name).anyMatch(task.taskId()::equals))
                .toList();
        Status status = status(run, all);
        Instant planned = planned(run);
        LocalDate businessDate = run.asked().orElseGet(() -> schedule.businessDate(planned));
        return new ScheduleRun(
                run.dagRunId(),
                schedule.name(),
                run.cause(),
                planned,
                businessDate,
                status,
                (int) steps.stream().filter(step -> step.is("success")).count(),
                0,
                run.startDate(),
                run.endDate().filter(end -> status.ended()),
                message(run, status, steps));
    }

    private static Status status(DagRun run, List<TaskInstance> all) {
        return switch (run.state()) {
            case "queued" -> Status.PLANNED;
            case "failed" -> Status.FAILED;
            case "success" -> isPassedOver(run, all) ? Status.SKIPPED : Status.DONE;
            default -> all.stream().anyMatch(task -> task.is("up_for_retry")) ? Status.WAITING : Status.RUNNING;
        };
    }

    /** Only a run at a time of its own can be too late for it, and lets nothing run after it then. */
    private static boolean isPassedOver(DagRun run, List<TaskInstance> all) {
        return run.cause() == Cause.SCHEDULE
                && all.stream().anyMatch(task -> task.taskId().equals(DagCode.TELL_NEXT) && task.is("skipped"));
    }

    private Optional<String> message(DagRun run, Status status, List<TaskInstance> steps) {
        String said = steps.stream()
                .map(step -> said(run, status, step))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private Optional<String> said(DagRun run, Status status, TaskInstance step) {
        if (step.is("failed")) {
            return Optional.of("step " + step.taskId() + " failed at try " + step.tryNumber() + lastWords(run, step));
        }
        if (step.is("up_for_retry")) {
            return Optional.of("step " + step.taskId() + " is tried again after try " + step.tryNumber());
        }
        return step.is("skipped") && status == Status.DONE
                ? Optional.of("step " + step.taskId() + " was gone on without, after try " + step.tryNumber())
                : Optional.empty();
    }

    private String lastWords(DagRun run, TaskInstance step) {
        List<String> lines = TaskLogs.ofCommand(airflow.log(run.dagId(), step, step.tryNumber()));
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return last.isEmpty() ? "" : ": " + String.join(" / ", last);
    }

    /** One after another has the time of that one, as soon as it has begun: until then Airflow cannot tell of it. */
    private Instant planned(DagRun run) {
        if (run.cause() != Cause.AFTER || run.startDate().isEmpty()) {
            return run.runAfter();
        }
        JsonNode events = airflow.upstreamEvents(run.dagId(), run.dagRunId());
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("extra").path("planned").asText())
                .filter(text -> !text.isEmpty())
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElse(run.runAfter());
    }
}

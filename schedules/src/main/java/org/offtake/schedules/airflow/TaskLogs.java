package org.offtake.schedules.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.offtake.schedules.Engine.Transcript;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import org.offtake.schedules.Step;

/** What the tries of the steps of a run said, in the order of the steps. */
final class TaskLogs implements Transcript {
    private static final String HOOKS = "airflow.task.hooks.";
    private static final Pattern AROUND =
            Pattern.compile("^(Tmp dir root location|Running command|Output:|Command exited with return code)");
    private static final Set<String> TROUBLE = Set.of("warning", "error", "critical");

    private final Airflow airflow;
    private final String dagId;
    private final List<String> steps;
    private final ScheduleRun run;

    /** How many lines of each try were read. */
    private final Map<String, Integer> read = new HashMap<>();

    TaskLogs(Airflow airflow, Schedule schedule, ScheduleRun run) {
        this.airflow = airflow;
        this.dagId = AirflowEngine.dagId(schedule);
        this.steps = schedule.steps().stream().map(Step::name).toList();
        this.run = run;
    }

    @Override
    public String more() {
        StringBuilder more = new StringBuilder();
        List<TaskInstance> tasks = airflow.tasks(dagId, run.id());
        for (String step : steps) {
            tasks.stream().filter(task -> task.taskId().equals(step)).forEach(task -> {
                for (int attempt = 1; attempt <= task.tryNumber(); attempt++) {
                    append(more, task, attempt);
                }
            });
        }
        return more.toString();
    }

    private void append(StringBuilder more, TaskInstance task, int attempt) {
        String key = task.taskId() + " " + attempt;
        JsonNode content = airflow.log(dagId, task, attempt).path("content");
        int before = read.getOrDefault(key, 0);
        if (before == 0 && !content.isEmpty()) {
            more.append("# ")
                    .append(task.taskId())
                    .append(", try ")
                    .append(attempt)
                    .append('\n');
        }
        for (int line = before; line < content.size(); line++) {
            said(content.get(line)).ifPresent(said -> more.append(said).append('\n'));
        }
        read.put(key, Math.max(before, content.size()));
    }

    /** What the command said, and what went wrong; not what Airflow did about it. */
    static Optional<String> said(JsonNode line) {
        if (line.isTextual()) {
            return Optional.of(line.asText());
        }
        boolean ofCommand = line.path("logger").asText().startsWith(HOOKS);
        boolean isTrouble = TROUBLE.contains(line.path("level").asText());
        return ofCommand || isTrouble ? Optional.of(line.path("event").asText()) : Optional.empty();
    }

    /** The lines of the command itself, without those that Airflow puts around them. */
    static List<String> ofCommand(JsonNode log) {
        List<String> lines = new ArrayList<>();
        log.path("content").forEach(line -> {
            String event = line.path("event").asText().strip();
            if (line.path("logger").asText().startsWith(HOOKS)
                    && !event.isEmpty()
                    && !AROUND.matcher(event).find()) {
                lines.add(event);
            }
        });
        return lines;
    }
}

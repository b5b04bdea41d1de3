package org.offtake.cli;

import java.time.Duration;
import java.util.Optional;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Engine.Transcript;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.ScheduleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the steps of a run said. */
@Command(name = "logs", description = "What the steps of a run said: of the newest run, or of the one named by --run.")
final class ScheduleLogsCommand extends ConfiguredCommand {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Option(names = "--run", paramLabel = "RUN", description = "The run, as `schedule status` shows it.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--follow", description = "Go on until the run has ended.")
    private boolean follow;

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        Engine engine = scheduling.engine();
        ScheduleRun shown = run.map(id -> engine.get(schedule, id)).orElseGet(() -> newest(engine, schedule));
        Transcript transcript = engine.transcript(schedule, shown);
        System.out.print(transcript.more());
        while (follow && engine.get(schedule, shown.id()).finishedAt().isEmpty()) {
            System.out.print(transcript.more());
            rest();
        }
        System.out.print(transcript.more());
        ScheduleRun now = engine.get(schedule, shown.id());
        System.err.println("run " + now.id() + " of " + now.schedule() + " is "
                + now.status().written()
                + now.message().map(message -> ": " + message).orElse(""));
        return ExitCode.DONE;
    }

    private ScheduleRun newest(Engine engine, Schedule schedule) {
        return engine.newest(schedule, 1).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        schedule.name() + " has not run yet; ask for a run with `offtake schedule trigger "
                                + schedule.name() + again() + "`"));
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

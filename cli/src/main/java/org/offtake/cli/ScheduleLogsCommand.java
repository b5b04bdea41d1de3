package org.offtake.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.local.ScheduleRun;
import org.offtake.schedules.local.ScheduleRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the steps of a run said. */
@Command(name = "logs", description = "What the steps of a run said: of the newest run, or of the one named by --run.")
final class ScheduleLogsCommand extends ConfiguredCommand {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Parameters(paramLabel = "SCHEDULE", description = "The schedule.")
    private String name = "";

    @Option(names = "--run", paramLabel = "RUN", description = "The number of the run, as `schedule status` shows it.")
    private Optional<Long> run = Optional.empty();

    @Option(names = "--follow", description = "Go on until the run has ended.")
    private boolean follow;

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Schedule schedule = scheduling.schedules().get(name);
        ScheduleRuns runs = scheduling.runs();
        ScheduleRun shown = run.map(id -> runs.get(schedule.name(), id)).orElseGet(() -> newest(runs, schedule));
        Path log = shown.log(scheduling.logs());
        long printed = print(log, 0);
        while (follow && runs.get(schedule.name(), shown.id()).finishedAt().isEmpty()) {
            printed = print(log, printed);
            rest();
        }
        print(log, printed);
        ScheduleRun now = runs.get(schedule.name(), shown.id());
        System.err.println("run " + now.id() + " of " + now.schedule() + " is "
                + now.status().written()
                + now.message().map(message -> ": " + message).orElse(""));
        return ExitCode.DONE;
    }

    private ScheduleRun newest(ScheduleRuns runs, Schedule schedule) {
        return runs.newest(schedule.name(), 1).stream()
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

    /** Prints what the file holds from there on, and gives where it ends. */
    private static long print(Path log, long from) {
        if (!Files.exists(log)) {
            return from;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] octets = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(octets);
            System.out.print(new String(octets, StandardCharsets.UTF_8));
            return from + octets.length;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.offtake.schedules.airflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.airflow.DagFolder.Change;
import org.offtake.schedules.airflow.DagFolder.Exported;

/**
 * Brings schedules to Airflow: writes their files, waits until the server has read just these, and lets the new ones run.
 *
 * @param patience how long the server may take to read the files; it looks for new ones every five minutes, unless it was told otherwise
 * @param pools slots by name
 * @param variables values by name
 */
public record Deployment(
        Duration patience,
        Map<String, Integer> pools,
        Map<String, String> variables,
        Consumer<String> say,
        Clock clock) {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /**
     * What Airflow cannot read of it, each with its file and line; empty when all is there.
     *
     * @param overwrites as in {@link DagFolder#export}
     */
    public List<String> deploy(
            AirflowEngine engine, Schedules schedules, DagFolder folder, DagSettings settings, boolean overwrites) {
        Airflow airflow = engine.airflow();
        Set<ImportError> before = new HashSet<>(airflow.importErrors());
        Set<String> known = schedules.byName().keySet().stream()
                .map(DagFile::dagId)
                .filter(dagId -> airflow.dag(dagId).isPresent())
                .collect(Collectors.toSet());
        settle(airflow);
        List<Exported> exported = folder.export(schedules, settings, overwrites);
        exported.forEach(
                file -> say.accept(file.file() + " is " + file.change().name().toLowerCase(Locale.ROOT)));
        List<String> wrong = awaitRead(airflow, exported, before);
        letRun(airflow, schedules, known);
        return wrong;
    }

    private void settle(Airflow airflow) {
        pools.forEach((name, slots) -> {
            if (airflow.pool(name, slots)) {
                say.accept("pool " + name + " has " + slots + (slots == 1 ? " slot" : " slots"));
            }
        });
        variables.forEach((name, value) -> {
            if (airflow.variable(name, value)) {
                say.accept("variable " + name + " is set");
            }
        });
    }

    /**
     * What is wrong. A file that did not change may have been wrong before; one that was wrong before it was written is so only
     * when it is read twice since, as the first of these readings may have begun before it was written.
     */
    private List<String> awaitRead(Airflow airflow, List<Exported> exported, Set<ImportError> before) {
        Set<Exported> waiting = new LinkedHashSet<>(exported.stream()
                .filter(file -> file.change() != Change.REMOVED)
                .toList());
        Set<ImportError> old = new HashSet<>(before);
        Set<Exported> doubted = waiting.stream()
                .filter(file -> file.change() == Change.WRITTEN)
                .filter(file -> before.stream().anyMatch(error -> isOf(error, file)))
                .collect(Collectors.toCollection(HashSet::new));
        List<String> wrong = new ArrayList<>();
        Instant end = clock.instant().plus(patience);
        waiting.stream().filter(file -> file.change() == Change.WRITTEN).forEach(file -> askToRead(airflow, file));
        while (true) {
            List<ImportError> errors = airflow.importErrors();
            waiting.removeIf(file -> {
                Optional<ImportError> error = errors.stream()
                        .filter(it -> isOf(it, file))
                        .filter(it -> file.change() == Change.UNCHANGED || !old.contains(it))
                        .findFirst();
                if (error.isPresent() && doubted.remove(file)) {
                    old.add(error.get());
                    askToRead(airflow, file);
                    return false;
                }
                error.ifPresent(it -> wrong.add(it.told()));
                return error.isPresent()
                        || airflow.source(dagId(file))
                                .filter(file.text()::equals)
                                .isPresent();
            });
            if (waiting.isEmpty()) {
                return wrong;
            }
            if (clock.instant().isAfter(end)) {
                waiting.forEach(
                        file -> wrong.add(
                                file.file() + " was not read by " + airflow + " within "
                                        + patience.toMinutes()
                                        + " min: see whether this is the folder that it reads DAGs from, and"
                                        + " whether its DAG processor is running; then deploy again, and `offtake schedule unpause` what stays paused"));
                return wrong;
            }
            rest();
        }
    }

    private static boolean isOf(ImportError error, Exported file) {
        return error.isOf(String.valueOf(file.file().getFileName()));
    }

    private static void askToRead(Airflow airflow, Exported file) {
        airflow.dag(dagId(file)).ifPresent(airflow::parse);
    }

    private static String dagId(Exported file) {
        return String.valueOf(file.file().getFileName()).replace(".py", "");
    }

    /** What is new runs from now on, also when another file cannot be read; what somebody paused stays so. */
    private void letRun(Airflow airflow, Schedules schedules, Set<String> known) {
        schedules.byName().keySet().forEach(schedule -> {
            String dagId = DagFile.dagId(schedule);
            boolean paused = airflow.dag(dagId).filter(Dag::isPaused).isPresent();
            if (paused && !known.contains(dagId)) {
                airflow.pause(dagId, false);
                say.accept(schedule + " runs at its times");
            } else if (paused) {
                say.accept(schedule + " stays paused until `offtake schedule unpause " + schedule + "`");
            }
        });
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for Airflow to read its files", ended);
        }
    }
}

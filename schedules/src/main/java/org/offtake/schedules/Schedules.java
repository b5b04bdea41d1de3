package org.offtake.schedules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;

/** All schedules by name. */
public record Schedules(Map<String, Schedule> byName) {
    public Schedules {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /**
     * Reads the schedules of all folders; one of a later folder takes the place of one of the same name.
     *
     * @param companyZone the zone of those that name none
     */
    public static Schedules read(List<Path> folders, ZoneId companyZone) {
        Map<String, Schedule> byName = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                Schedule schedule = new ScheduleFile(file, companyZone).read();
                byName.put(schedule.name(), schedule);
            }
        }
        byName.values().forEach(schedule -> refuseEndless(schedule, byName));
        return new Schedules(byName);
    }

    /**
     * Refuses a step that nobody could type.
     *
     * @param wrong what is wrong with a step, for people; empty when it can be typed
     */
    public Schedules refusing(Function<Step, Optional<String>> wrong) {
        byName.values().forEach(schedule -> schedule.steps()
                .forEach(step -> wrong.apply(step).ifPresent(problem -> {
                    throw new ContractException(schedule.file(), "step '" + step.name() + "': " + problem);
                })));
        return this;
    }

    /** The schedule of this name; refuses an unknown one with the nearest known. */
    public Schedule get(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no schedule '" + name + "'." + Nearest.hint(name, byName.keySet())));
    }

    /** Those that run when this one is done. */
    public List<Schedule> after(String name) {
        return byName.values().stream()
                .filter(it -> it.when() instanceof When.After after
                        && after.schedule().equals(name))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ScheduleFile.ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ContractException(folder, "the schedules cannot be read: " + unreadable.getMessage());
        }
    }

    /** One after another must begin with a time. */
    private static void refuseEndless(Schedule first, Map<String, Schedule> byName) {
        Set<String> passed = new HashSet<>();
        Schedule schedule = first;
        while (schedule.when() instanceof When.After after) {
            Schedule before = byName.get(after.schedule());
            if (before == null) {
                throw new ContractException(
                        schedule.file(),
                        "it runs after '" + after.schedule() + "', and there is no such schedule."
                                + Nearest.hint(after.schedule(), byName.keySet()));
            }
            if (!passed.add(schedule.name())) {
                throw new ContractException(
                        first.file(), "it runs after itself, by way of " + passed + "; one of these needs a 'cron'");
            }
            schedule = before;
        }
    }
}

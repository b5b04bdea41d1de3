package org.offtake.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.StorageStatistics;

/** Measures one load of a warehouse from outside: the clock, the counters of Hadoop and of Linux, and the files. */
record Meter(Path home) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");

    Measured measure(String name, long rows, Phases phases, Runnable load) {
        Map<Path, String> before = files();
        resetPeak();
        long read = counted("bytesRead");
        long written = counted("bytesWritten");
        phases.start();
        double cpu = cpuSeconds();
        Stopwatch watch = Stopwatch.start();
        load.run();
        double seconds = watch.seconds();
        double cpuSeconds = cpuSeconds() - cpu;
        Map<Path, String> after = files();
        return new Measured(
                name,
                rows,
                seconds,
                cpuSeconds,
                phases.seconds(),
                counted("bytesRead") - read,
                counted("bytesWritten") - written,
                after.entrySet().stream()
                        .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                        .count(),
                commits(after) - commits(before),
                peak());
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static long counted(String statistic) {
        long sum = 0;
        Iterator<StorageStatistics> systems =
                FileSystem.getGlobalStorageStatistics().iterator();
        while (systems.hasNext()) {
            sum += Objects.requireNonNullElse(systems.next().getLong(statistic), 0L);
        }
        return sum;
    }

    /** Size and time of every file of the lake and of the state. */
    private Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        for (String folder : new String[] {"lake", "state"}) {
            if (!Files.isDirectory(home.resolve(folder))) {
                continue;
            }
            try (Stream<Path> all = Files.walk(home.resolve(folder))) {
                for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                    files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the files of " + home + " cannot be counted", unreadable);
            }
        }
        return files;
    }

    private static long commits(Map<Path, String> files) {
        return files.keySet().stream()
                .filter(file -> file.toString().matches(".*/_delta_log/\\d{20}\\.json"))
                .count();
    }

    /** Linux forgets the peak when it is told to; elsewhere it is not known. */
    private static void resetPeak() {
        if (Files.isWritable(RESET)) {
            try {
                Files.writeString(RESET, "5");
            } catch (IOException refused) {
                System.err.println("the peak of memory is that of the whole run: " + refused.getMessage());
            }
        }
    }

    private static long peak() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            return 0;
        }
    }
}

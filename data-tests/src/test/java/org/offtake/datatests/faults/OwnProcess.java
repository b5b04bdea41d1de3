package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.offtake.serving.Database;

/** {@code offtake run} in a process of its own. */
record OwnProcess(TinyHouse house, Process process, Path log) implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 50;

    static OwnProcess run(TinyHouse house, List<String> java) throws IOException {
        Path log = house.folder().resolve("run.log");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "org.offtake.cli.Offtake",
                "run",
                "--config",
                served(house).toString(),
                "--date",
                TinyHouse.TODAY.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put("TEST_PASSWORD", house.database().password());
        return new OwnProcess(house, builder.start(), log);
    }

    /**
     * Kills it once it has made some files, or pauses in making them: while it publishes it makes none.
     *
     * @return whether it was still at work; where it was not, it has done all there was to do
     */
    boolean killAfter(int files, int pauseMillis) throws IOException, InterruptedException {
        long before = files();
        long seen = before;
        long since = System.nanoTime();
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            long now = files();
            if (now != seen) {
                seen = now;
                since = System.nanoTime();
            }
            boolean pauses = seen > before && System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(pauseMillis);
            if (seen - before >= files || pauses) {
                process.destroyForcibly().waitFor();
                return true;
            }
        }
        finish();
        return false;
    }

    void finish() throws IOException, InterruptedException {
        int code = process.waitFor();
        assertThat(code).as(() -> said()).isZero();
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** They may go while they are counted. */
    private long files() throws IOException {
        AtomicLong count = new AtomicLong();
        Files.walkFileTree(house.home().resolve("lake"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                count.incrementAndGet();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return count.get();
    }

    private static Path served(TinyHouse house) throws IOException {
        Database database = house.database();
        Path configuration = house.folder().resolve("served.yml");
        Files.writeString(
                configuration,
                Files.readString(house.folder().resolve("offtake.yml"))
                        + "serving: {url: \"" + database.url() + "\", user: " + database.user()
                        + ", password: \"${TEST_PASSWORD}\"}\n");
        return configuration;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

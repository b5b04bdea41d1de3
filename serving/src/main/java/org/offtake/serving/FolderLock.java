package org.offtake.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One holder per folder and verb, among the threads of a process and among the processes of a machine.
 *
 * <p>The operating system drops the lock when its process dies, however it dies; the file then stays and means nothing.
 */
public final class FolderLock implements AutoCloseable {
    /** Closing any channel on a locked file drops this process's lock on it, so a held file is never opened twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock when nobody holds it; the folder is made when it is missing. */
    public static Optional<FolderLock> tryAcquire(Path folder, String verb) {
        Path file = file(folder, verb);
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<FolderLock> taken = Optional.empty();
        try {
            taken = open(file);
            return taken;
        } catch (IOException failure) {
            throw unusable("Cannot lock " + file, "Check that the folder can be written", failure);
        } finally {
            if (taken.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    /** Takes the lock, or refuses with the process that holds it (worth a retry). */
    public static FolderLock acquire(Path folder, String verb) {
        return tryAcquire(folder, verb).orElseThrow(() -> busy(folder, verb));
    }

    /** The process that holds the lock; empty when nobody does or when it has not yet said so. */
    public static OptionalLong holder(Path folder, String verb) {
        Path file = file(folder, verb);
        if (HELD_HERE.contains(file)) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        try {
            return OptionalLong.of(Long.parseLong(
                    Files.readString(file, StandardCharsets.UTF_8).trim()));
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }

    /** When the lock was taken, for its holder wrote into the file then; empty when nobody ever took it. */
    static Optional<Instant> since(Path folder, String verb) {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(file(folder, verb)).toInstant().truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Works while holding the lock, after waiting for its turn at most as long as told. */
    static <T> T inTurn(Path folder, String verb, Duration atMost, Supplier<T> work) {
        FolderLock turn = await(folder, verb, atMost);
        try {
            return work.get();
        } finally {
            turn.close();
        }
    }

    private static FolderLock await(Path folder, String verb, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<FolderLock> taken = tryAcquire(folder, verb);
            if (taken.isPresent()) {
                return taken.get();
            }
            if (System.nanoTime() > deadline) {
                throw busy(folder, verb);
            }
            Pause.of(PAUSE);
        }
    }

    private static Optional<FolderLock> open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FolderLock> taken = Optional.empty();
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return taken;
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
            taken = Optional.of(new FolderLock(file, channel, lock));
            return taken;
        } finally {
            if (taken.isEmpty()) {
                channel.close();
            }
        }
    }

    private static Path file(Path folder, String verb) {
        try {
            return Files.createDirectories(folder).toRealPath().resolve(verb + ".lock");
        } catch (IOException failure) {
            throw unusable("Cannot make the folder " + folder, "Check its place and its owner", failure);
        }
    }

    /** Who is at work and since when, for people; empty when the process that took the lock last is no more. */
    public static Optional<String> atWork(Path folder, String verb) {
        OptionalLong pid = holder(folder, verb);
        boolean lives = pid.isPresent()
                && ProcessHandle.of(pid.getAsLong()).map(ProcessHandle::isAlive).orElse(false);
        return lives ? Optional.of(who(folder, verb)) : Optional.empty();
    }

    private static ServingException busy(Path folder, String verb) {
        return ServingException.away("'" + verb + "' is already at work on " + folder + ", in " + who(folder, verb)
                + ". Wait until it is done, or stop it, then try again");
    }

    private static String who(Path folder, String verb) {
        OptionalLong pid = holder(folder, verb);
        return (pid.isPresent() ? "process " + pid.getAsLong() : "another process")
                + since(folder, verb).map(taken -> " since " + taken).orElse("");
    }

    /** A disk that is full gets room again; what else hinders stays until someone mends it. */
    private static ServingException unusable(String what, String nextStep, IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left on device")
                ? ServingException.away(what + ": the disk is full. Free space, then try again", failure)
                : ServingException.mistake(what + ": " + failure + ". " + nextStep, failure);
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
            lock.release();
        } catch (IOException failure) {
            throw ServingException.mistake("Cannot release " + file + ": " + failure + ". End this process", failure);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}

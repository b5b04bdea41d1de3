package org.offtake.etl.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.offtake.serving.FolderLock;

/** Spark's working files: a folder for each process, for a process that is killed leaves them behind. */
record Scratch(Path folder) {
    private static final String PROCESS = "process-";

    /** A folder for this process, and nothing left of those that are no more. */
    Path own() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(each -> name(each).startsWith(PROCESS) && Files.isDirectory(each))
                        .forEach(this::deleteUnlessInUse);
            }
            String own = PROCESS + UUID.randomUUID();
            FolderLock lock = FolderLock.acquire(folder, own); // before the folder, so that none is without
            Runtime.getRuntime().addShutdownHook(new Thread(lock::close));
            return Files.createDirectory(folder.resolve(own));
        } catch (IOException failure) {
            throw new UncheckedIOException("Spark's working files cannot be kept in " + folder, failure);
        }
    }

    private void deleteUnlessInUse(Path other) {
        FolderLock.tryAcquire(folder, name(other)).ifPresent(lock -> {
            try (lock;
                    Stream<Path> all = Files.walk(other)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
                Files.delete(folder.resolve(name(other) + ".lock"));
            } catch (IOException | UncheckedIOException busy) {
                return; // the next process tries again
            }
        });
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}

package org.offtake.cli;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.offtake.serving.ServingException;

/** A disk without room, in whatever way it was said: the folder it is needed in, and what to do. */
final class FullDisk extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FullDisk(Path folder, Throwable failure) {
        super(
                "The disk of " + folder + " is full (" + told(failure) + "). Make room there, and run the same again:"
                        + " what is finished is kept",
                failure);
    }

    /** The failure itself, unless a full disk is behind it. */
    static RuntimeException behind(RuntimeException failure, Path folder) {
        return isBehind(failure) ? new FullDisk(folder, failure) : failure;
    }

    /** The same for what Hadoop throws as an error. */
    static RuntimeException behind(Error failure, Path folder) {
        if (isBehind(failure)) {
            return new FullDisk(folder, failure);
        }
        throw failure;
    }

    private static boolean isBehind(Throwable failure) {
        return !told(failure).isEmpty();
    }

    private static String told(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .takeWhile(cause -> !(cause instanceof ServingException)) // which says itself whose disk is full
                .map(cause -> String.valueOf(cause.getMessage()))
                .flatMap(message -> Stream.of("No space left on device", "Disk quota exceeded")
                        .filter(message::contains))
                .findFirst()
                .orElse("");
    }
}

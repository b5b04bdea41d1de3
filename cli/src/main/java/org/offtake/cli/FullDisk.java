package org.offtake.cli;

import java.nio.file.Path;
import java.util.Optional;
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

    /** The full disk behind a failure, if there is one. */
    static Optional<FullDisk> behind(Throwable failure, Path folder) {
        return told(failure).isEmpty() ? Optional.empty() : Optional.of(new FullDisk(folder, failure));
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

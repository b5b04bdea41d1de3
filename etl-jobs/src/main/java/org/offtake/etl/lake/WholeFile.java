package org.offtake.etl.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;

/** A file that is written whole, by renaming: a reader sees the old one or the new one. */
public record WholeFile(Path path) {

    /** Writes nothing when nothing changed. */
    public void write(byte[] bytes) throws IOException {
        if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes)) {
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

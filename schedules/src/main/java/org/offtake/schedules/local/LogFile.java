package org.offtake.schedules.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.offtake.schedules.Engine.Transcript;

/** A file that a run writes to, read from where it was read to before. */
final class LogFile implements Transcript {
    private final Path file;
    private long read;

    /** @param file may not be there yet */
    LogFile(Path file) {
        this.file = file;
    }

    @Override
    public String more() {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] octets = new byte[(int) (open.length() - read)];
            open.seek(read);
            open.readFully(octets);
            read += octets.length;
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.offtake.serving;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of the server: what it said since a mark, for the errors that quote it. */
final class ServerLog {
    private static final long LONG_BYTES = 10L << 20;
    private static final int QUOTED_BYTES = 64 << 10;
    private static final int QUOTED_LINES = 12;

    private final Path file;
    private long mark;

    ServerLog(Path file) {
        this.file = file;
    }

    /** Puts a long log aside, over the one put aside before. */
    void turnWhenLong() {
        try {
            if (Files.exists(file) && Files.size(file) > LONG_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    void mark() {
        try {
            mark = Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    String sinceMark() {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(mark, reader.length() - QUOTED_BYTES);
            byte[] bytes = new byte[(int) Math.max(0, reader.length() - from)];
            reader.seek(from);
            reader.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    static String last(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
    }

    private ServingException unreadable(IOException failure) {
        return ServingException.mistake("Cannot use the log " + file + ": " + failure + ". Check its owner", failure);
    }
}

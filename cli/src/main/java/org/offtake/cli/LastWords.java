package org.offtake.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps the end of what is written to it. */
final class LastWords extends ByteArrayOutputStream {
    private static final int MOST_OCTETS = 64_000;
    private static final int LINES = 5;

    @Override
    public synchronized void write(byte[] octets, int from, int count) {
        if (size() > MOST_OCTETS) {
            byte[] end = toByteArray();
            reset();
            super.write(end, end.length / 2, end.length - end.length / 2);
        }
        super.write(octets, from, count);
    }

    /** The last lines that are not blank, on one line. */
    String text() {
        List<String> lines = toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}

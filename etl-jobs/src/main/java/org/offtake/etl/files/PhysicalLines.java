package org.offtake.etl.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, ended by LF, CRLF or CR in any mixture; memory stays bounded however long a line is. */
final class PhysicalLines {

    /** Characters of a line that are kept. */
    static final int LONGEST = 16 * 1024 * 1024;

    private final DecodedText text;
    private final ArrayDeque<Line> givenBack = new ArrayDeque<>();
    private final char[] buffer = new char[64 * 1024];
    private final StringBuilder begun = new StringBuilder();
    private int position;
    private int limit;
    private long charactersBeforeBuffer;
    private long number;
    private boolean cut;
    private String undecodable = "";

    PhysicalLines(DecodedText text) {
        this.text = text;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        Line again = givenBack.poll();
        return again != null ? again : read();
    }

    /** Makes these lines, in their order, the next ones. */
    void giveBack(List<Line> lines) {
        for (int index = lines.size() - 1; index >= 0; index--) {
            givenBack.push(lines.get(index));
        }
    }

    private @Nullable Line read() throws IOException {
        begun.setLength(0);
        cut = false;
        undecodable = "";
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int start = position;
            while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            if (position < limit) {
                return line(take(start), end());
            }
            keep(start);
        }
        return any ? line(begun.toString(), "") : null;
    }

    private Line line(String content, String end) {
        String bad = undecodable.isEmpty() ? text.undecodableBefore(charactersBeforeBuffer + position) : undecodable;
        number++;
        return new Line(number, content, end, bad, cut);
    }

    private String take(int start) {
        if (begun.isEmpty()) {
            return new String(buffer, start, position - start);
        }
        keep(start);
        return begun.toString();
    }

    private void keep(int start) {
        int wanted = position - start;
        int kept = Math.min(wanted, LONGEST - begun.length());
        begun.append(buffer, start, kept);
        cut |= kept < wanted;
    }

    private String end() throws IOException {
        char first = buffer[position];
        position++;
        if (first == '\n') {
            return "\n";
        }
        if ((position < limit || fill()) && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return "\r";
    }

    private boolean fill() throws IOException {
        String bad = text.undecodableBefore(charactersBeforeBuffer + limit);
        undecodable = undecodable.isEmpty() ? bad : undecodable;
        charactersBeforeBuffer += limit;
        position = 0;
        limit = text.read(buffer);
        return limit > 0;
    }
}

package org.offtake.etl.files;

import java.util.ArrayList;
import java.util.List;

/** The lines of a record that goes over several; when they are too many to keep, only the first is kept. */
final class Span {

    /** What a line costs in memory beside its characters, in characters. */
    private static final int COST_OF_A_LINE = 64;

    private final List<Line> lines = new ArrayList<>();
    private final Line first;
    private Line last;
    private long cost;

    Span(Line first) {
        this.first = first;
        this.last = first;
        add(first);
    }

    void add(Line line) {
        last = line;
        cost += line.text().length() + COST_OF_A_LINE;
        if (isTooLong()) {
            lines.clear();
        } else {
            lines.add(line);
        }
    }

    boolean isTooLong() {
        return cost > PhysicalLines.LONGEST;
    }

    Line first() {
        return first;
    }

    Line last() {
        return last;
    }

    /** The lines up to this number. */
    Span upTo(long number) {
        Span part = new Span(first);
        lines.stream()
                .filter(line -> line.number() > first.number() && line.number() <= number)
                .forEach(part::add);
        return part;
    }

    /** The lines after this number. */
    List<Line> after(long number) {
        return lines.stream().filter(line -> line.number() > number).toList();
    }

    /** The text with the line ends between the lines, but without the last one. */
    String text() {
        if (lines.size() < 2) {
            return first.text();
        }
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.text()).append(line.number() == last.number() ? "" : line.end());
        }
        return text.toString();
    }

    /** The first bytes that are no text in the file's encoding, in words; empty for none. */
    String undecodable() {
        return lines.stream()
                .map(Line::undecodable)
                .filter(bytes -> !bytes.isEmpty())
                .findFirst()
                .orElse(first.undecodable());
    }
}

package org.offtake.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What was measured, as Markdown tables, and what it comes to. */
public record Report(List<Measured> loads, Comparisons compared) {
    private static final double MEBI = 1024.0 * 1024.0;

    public void print(PrintStream out) {
        out.println("| load | order lines | seconds | land | conform | build | check and publish | read MiB |"
                + " written MiB | files written | commits | peak memory MiB |");
        out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        loads.forEach(load -> out.println(row(load)));
        out.println();
        compared.print(out);
        costs(out);
    }

    /** Seconds as a fixed part and a part by row, from two loads that differ in size. */
    private void costs(PrintStream out) {
        List<Measured> full = named("full load");
        List<Measured> days = loads.stream()
                .filter(load -> load.name().startsWith("a day") || load.name().startsWith("a busy day"))
                .toList();
        Line ofFull = Line.through(full.get(0), full.get(1));
        Line small = Line.through(days.get(0), days.get(1));
        Line large = Line.through(days.get(2), days.get(3));
        say(out, "Full load: %.1f s + %.1f s per 100,000 lines.", ofFull.fixed(), ofFull.perRow() * 1e5);
        say(out, "A day: %.1f s + %.1f s per 100,000 lines;", small.fixed(), small.perRow() * 1e5);
        say(out, "on ten times the history: %.1f s + %.1f s per 100,000 lines.", large.fixed(), large.perRow() * 1e5);
        say(
                out,
                "A day on ten times the history costs %.2f times the day on the history.",
                days.get(2).seconds() / days.get(0).seconds());
    }

    private List<Measured> named(String prefix) {
        return loads.stream().filter(load -> load.name().startsWith(prefix)).toList();
    }

    private record Line(double fixed, double perRow) {
        static Line through(Measured small, Measured large) {
            double perRow = (large.seconds() - small.seconds()) / (large.rows() - small.rows());
            return new Line(small.seconds() - perRow * small.rows(), perRow);
        }
    }

    private static String row(Measured load) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %d | %d | %.0f |",
                load.name(),
                load.rows(),
                load.seconds(),
                load.phase("landed"),
                load.phase("conformed"),
                load.phase("built"),
                load.phase("published"),
                load.bytesRead() / MEBI,
                load.bytesWritten() / MEBI,
                load.filesWritten(),
                load.commits(),
                load.peakMemory() / MEBI);
    }

    private static void say(PrintStream out, String line, Object... values) {
        out.println(String.format(Locale.ROOT, line, values));
    }
}

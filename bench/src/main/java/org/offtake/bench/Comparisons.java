package org.offtake.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.offtake.bench.Compared.Peer;
import org.offtake.models.TableName;

/** What was compared, as a table for each kind of load: a line a SELECT, and one for all of them together. */
public final class Comparisons {
    private final Consumer<String> progress;
    private final List<Compared> all = new ArrayList<>();
    private final Map<TableName, String> leftOut = new TreeMap<>();

    /** Tells of each pair as it is measured. */
    Comparisons(Consumer<String> progress) {
        this.progress = progress;
    }

    void add(Compared compared) {
        all.add(compared);
        progress.accept(String.format(
                Locale.ROOT,
                "%s, %s: %.2f s, %s %.2f s%s",
                compared.what(),
                compared.table(),
                compared.usual(),
                compared.peer().words(),
                compared.other(),
                compared.equal() ? "" : ", OTHER ROWS"));
    }

    void leaveOut(TableName table, String reason) {
        leftOut.put(table, reason);
    }

    void print(PrintStream out) {
        Map<String, List<Compared>> kinds =
                all.stream().collect(Collectors.groupingBy(Compared::what, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((what, compared) -> print(out, what, compared));
        if (!leftOut.isEmpty()) {
            out.println("Not compared:");
            leftOut.forEach((table, reason) -> out.println("* " + table + ": " + reason));
            out.println();
        }
    }

    private static void print(PrintStream out, String what, List<Compared> compared) {
        List<Peer> peers =
                compared.stream().map(Compared::peer).distinct().sorted().toList();
        Map<String, List<Compared>> lines = compared.stream()
                .collect(Collectors.groupingBy(Compared::table, LinkedHashMap::new, Collectors.toList()));
        out.println("| " + what + " | the engine, s |"
                + peers.stream()
                        .map(peer -> " " + peer.words() + ", s | ratio |")
                        .collect(Collectors.joining())
                + " same rows |");
        out.println("|---|--:|" + "--:|--:|".repeat(peers.size()) + "---|");
        lines.forEach((table, line) -> out.println(line(table, line, peers)));
        out.println(line("all " + lines.size() + " together", compared, peers));
        out.println();
    }

    /** The sums of the pairs of each peer, so of one pair its own figures; one that differs makes the sum void. */
    private static String line(String name, List<Compared> pairs, List<Peer> peers) {
        Map<String, Double> usual = new TreeMap<>();
        pairs.forEach(pair -> usual.put(pair.table(), pair.usual()));
        StringBuilder line = new StringBuilder("| " + name + " | "
                + seconds(usual.values().stream().mapToDouble(value -> value).sum()) + " |");
        for (Peer peer : peers) {
            List<Compared> beside =
                    pairs.stream().filter(pair -> pair.peer() == peer).toList();
            line.append(cells(beside));
        }
        String differing = pairs.stream()
                .filter(pair -> !pair.equal())
                .map(pair -> pair.peer().words())
                .distinct()
                .collect(Collectors.joining(", "));
        return line + (differing.isEmpty() ? " yes |" : " NO: " + differing + " |");
    }

    private static String cells(List<Compared> beside) {
        if (beside.isEmpty()) {
            return " – | – |";
        }
        double other = beside.stream().mapToDouble(Compared::other).sum();
        Optional<Compared> differing =
                beside.stream().filter(pair -> !pair.equal()).findFirst();
        String ratio = differing.isPresent()
                ? "void"
                : seconds(beside.stream().mapToDouble(Compared::usual).sum() / other);
        return " " + seconds(other) + " | " + ratio + " |";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

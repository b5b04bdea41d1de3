package org.offtake.datatests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The effects of one run on the folders and the database, in the order in which they happen, and the fault among them.
 *
 * <p>Steps run side by side, so an effect is known by what it is and not by its place in the order.
 */
final class Effects {
    private static final String NAME = "offtake.effects";
    private static final Map<String, Effects> OPEN = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Names that are drawn anew in each run: of files, and of the folders that Delta spreads received rows over. */
    private static final Pattern DRAWN =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/)[0-9A-Za-z]{2}(?=$|/\\.?part-)");

    private final String name = Integer.toString(COUNT.incrementAndGet());
    private final Path folder;
    private final Fault fault;
    private final Map<String, Integer> turns = new HashMap<>();
    private final List<Effect> happened = new ArrayList<>();
    private Optional<Effect> begun = Optional.empty();

    /** Effects in a folder are named from there. */
    Effects(Path folder, Fault fault) {
        this.folder = folder;
        this.fault = fault;
        OPEN.put(name, this);
    }

    /** Makes the file systems of a session tell these effects, as Hadoop makes them by the name of their class. */
    void watch(SparkSession session) {
        session.conf().set(NAME, name);
        session.conf().set("fs.file.impl", WatchedLocalFileSystem.class.getName());
        session.conf().set("fs.file.impl.disable.cache", "true");
        session.conf().set("fs.AbstractFileSystem.file.impl", WatchedLocalFs.class.getName());
    }

    static Effects of(Configuration configuration) {
        return Objects.requireNonNull(OPEN.get(configuration.get(NAME)), "a run that nobody watches");
    }

    /** Tells a file's effect, which happens unless this throws. */
    void file(String kind, Object path) throws IOException {
        Path absolute = Path.of(path.toString().replaceFirst("^file:", "")).toAbsolutePath();
        happen(kind + " " + (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute));
    }

    /** Tells a database's effect, which happens unless this throws. */
    void database(String what) {
        try {
            happen("sql " + what.strip().replaceAll("\\s+", " "));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same name without what is drawn anew in each run. */
    static String undrawn(String name) {
        return DRAWN.matcher(name).replaceAll("*");
    }

    private synchronized void happen(String what) throws IOException {
        String undrawn = undrawn(what);
        Effect effect = new Effect(undrawn, turns.merge(undrawn, 1, Integer::sum));
        if (begun.isEmpty() && fault.beginsAt(effect)) {
            begun = Optional.of(effect);
        }
        if (begun.isPresent()) {
            fault.meet(effect);
        }
        happened.add(effect);
    }

    /** Whether the fault has begun. */
    synchronized boolean begun() {
        return begun.isPresent();
    }

    synchronized List<Effect> happened() {
        return List.copyOf(happened);
    }
}

package org.offtake.schedules.airflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.schedules.Schedules;

/** The folder that Airflow reads DAGs from, as far as it is ours: files that begin with our mark. */
public record DagFolder(Path folder) {
    private static final String MARK =
            "# Written by `offtake schedule export`: change the schedule and export it again.";
    private static final String HASH = "# sha256: ";

    /** What became of a file. */
    public enum Change {
        WRITTEN,
        UNCHANGED,
        /** There is no such schedule any more. */
        REMOVED
    }

    /** @param text what it holds now; empty when it was removed */
    public record Exported(Path file, Change change, String text) {}

    /**
     * Writes each schedule, where that changes its file, and removes files of ours that no schedule has any more.
     *
     * @param overwrites whether a file that somebody changed by hand is written over; else it is refused, and nothing is written
     */
    public List<Exported> export(Schedules schedules, DagSettings settings, boolean overwrites) {
        List<DagFile> files = schedules.byName().values().stream()
                .map(schedule -> new DagFile(schedule, settings))
                .toList();
        Set<String> names = files.stream().map(DagFile::name).collect(Collectors.toSet());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder: name the one that Airflow reads DAGs from");
        }
        try {
            Files.createDirectories(folder);
            for (DagFile file : files) {
                if (!overwrites) {
                    refuseForeign(folder.resolve(file.name()));
                }
            }
            List<Exported> exported = new ArrayList<>();
            for (DagFile file : files) {
                exported.add(write(folder.resolve(file.name()), marked(file.text())));
            }
            for (Path orphan : ours()) {
                if (!names.contains(String.valueOf(orphan.getFileName()))) {
                    refuseForeign(orphan);
                    Files.delete(orphan);
                    exported.add(new Exported(orphan, Change.REMOVED, ""));
                }
            }
            return exported;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String marked(String text) {
        return MARK + "\n" + HASH + sha256(text) + "\n" + text;
    }

    private static void refuseForeign(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String[] parts = Files.readString(file).split("\n", 3);
        boolean asWritten = parts.length == 3 && parts[0].equals(MARK) && parts[1].equals(HASH + sha256(parts[2]));
        if (!asWritten) {
            throw new IllegalArgumentException(
                    file + " was not left as `schedule export` wrote it; put what was changed into the schedule, then"
                            + " export with --overwrite, or move the file away");
        }
    }

    private static Exported write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return new Exported(file, Change.UNCHANGED, text);
        }
        Path beside = file.resolveSibling("." + file.getFileName() + ".new"); // which Airflow does not take for a DAG
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Exported(file, Change.WRITTEN, text);
    }

    private List<Path> ours() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> ours = new ArrayList<>();
            for (Path file :
                    all.filter(it -> it.toString().endsWith(".py")).sorted().toList()) {
                if (Files.readString(file).startsWith(MARK + "\n")) {
                    ours.add(file);
                }
            }
            return ours;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}

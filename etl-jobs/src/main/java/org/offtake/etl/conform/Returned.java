package org.offtake.etl.conform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.land.RecordId;

/**
 * One row of a sheet with corrections.
 *
 * @param file name of the sheet's file
 * @param live whether the sheet is part of the truth
 * @param id the record it names; empty when somebody changed the name
 * @param said what it says, field by field
 */
record Returned(Place place, long line, String file, boolean live, Optional<RecordId> id, List<String> said) {

    /** A record of a source table. */
    record Place(String content, long number) {}

    /**
     * A record that rows may correct.
     *
     * @param live whether its delivery is part of the truth
     * @param broken whether it has a problem of its own
     */
    record Original(Place place, boolean live, boolean broken, List<String> said) {}

    /** What becomes of a row. */
    enum Fate {
        /** It takes the place of the record. */
        APPLIED,
        /** It says what the record says, or another row that counts. */
        UNCHANGED,
        /** A sheet that was written later corrects the same record. */
        OUTDATED,
        /** The record can be used by now, or its delivery was replaced. */
        NOT_IN_QUARANTINE,
        /** It names no record. */
        UNKNOWN,
        /** Its sheet was replaced. */
        WITHDRAWN
    }

    /** The fate of every row; arrival plays no part. */
    static Map<Returned, Fate> fates(List<Returned> rows, Map<String, Original> originals) {
        Map<Returned, Fate> fates = new LinkedHashMap<>();
        Map<Place, List<Returned>> rivals = new LinkedHashMap<>();
        rows.forEach(row -> {
            Original original = row.id()
                    .map(id -> originals.get(key(id.content(), id.number())))
                    .orElse(null);
            fates.put(row, alone(row, original));
            if (original != null && fates.get(row) == Fate.APPLIED) {
                rivals.computeIfAbsent(original.place(), place -> new ArrayList<>())
                        .add(row);
            }
        });
        rivals.values().forEach(group -> {
            Returned best = group.stream().max(LATEST).orElseThrow();
            group.stream()
                    .filter(row -> !row.equals(best))
                    .forEach(row -> fates.put(row, row.said().equals(best.said()) ? Fate.UNCHANGED : Fate.OUTDATED));
        });
        return fates;
    }

    private static final Comparator<Returned> LATEST = Comparator.<Returned, Instant>comparing(
                    row -> row.id().orElseThrow().exportedAt())
            .thenComparing(Returned::file)
            .thenComparing(Returned::line);

    private static Fate alone(Returned row, @Nullable Original original) {
        if (!row.live()) {
            return Fate.WITHDRAWN;
        }
        if (original == null) {
            return Fate.UNKNOWN;
        }
        if (row.said().equals(original.said())) {
            return Fate.UNCHANGED;
        }
        return original.live() && original.broken() ? Fate.APPLIED : Fate.NOT_IN_QUARANTINE;
    }

    static String key(String content, long number) {
        return content.substring(0, Math.min(16, content.length())) + "-" + number;
    }

    /** Field texts as a spreadsheet keeps them: no difference between nothing and empty, or between line ends. */
    static String asKept(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** What to tell of rows of these contents that are not applied. */
    static List<String> warnings(String system, Map<Returned, Fate> fates, Set<String> contents) {
        Map<String, String> warnings = new TreeMap<>();
        fates.forEach((row, fate) -> {
            if (contents.contains(row.place().content()) && (fate == Fate.OUTDATED || fate == Fate.NOT_IN_QUARANTINE)) {
                String why = fate == Fate.OUTDATED
                        ? "a sheet that was written later, or has a later name, corrects the same record"
                        : "its record is no longer in quarantine, since it can be used by now or was delivered again";
                warnings.put(
                        row.file() + String.format(Locale.ROOT, "%09d", row.line()),
                        system + "/" + row.file() + " row " + row.line() + " is not applied: " + why);
            }
        });
        return List.copyOf(warnings.values());
    }
}

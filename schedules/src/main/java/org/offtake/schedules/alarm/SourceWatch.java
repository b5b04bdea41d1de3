package org.offtake.schedules.alarm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offtake.serving.SourceRhythm;

/** Looks for sources that are late, or brought much less or much more than they use to, by their own rhythm. */
final class SourceWatch {
    private static final int NAMED = 5;

    private SourceWatch() {}

    /** One of each kind per source system, as its tables mostly fail together. */
    static List<Trouble> look(Connection connection, LocalDate today) throws SQLException {
        Map<String, List<SourceRhythm>> bySystem = SourceRhythm.read(connection).stream()
                .collect(Collectors.groupingBy(SourceRhythm::system, TreeMap::new, Collectors.toList()));
        List<Trouble> troubles = new ArrayList<>();
        bySystem.forEach((system, all) -> {
            of(all, rhythm -> rhythm.isLate(today))
                    .forEach(late -> troubles.add(new Trouble(
                            "late source " + system,
                            "data",
                            "nothing came of " + count(late) + " of " + system + " when it usually does",
                            named(
                                    late,
                                    rhythm -> " (the last is of " + rhythm.last() + ", due by " + rhythm.due() + ")"),
                            "ask whoever sends it; `./offtake status --deliveries` lists what came")));
            of(all, rhythm -> rhythm.isFew() || rhythm.isMany())
                    .forEach(odd -> troubles.add(new Trouble(
                            "odd volume " + system,
                            "data",
                            count(odd) + " of " + system + " brought much less or much more than ever",
                            named(
                                    odd,
                                    rhythm -> " (" + rhythm.records() + " records, where a day had " + rhythm.least()
                                            + " to " + rhythm.most() + ")"),
                            "look whether the delivery is whole; send it again when it is not")));
        });
        return troubles;
    }

    private static List<List<SourceRhythm>> of(List<SourceRhythm> all, Predicate<SourceRhythm> wanted) {
        List<SourceRhythm> found = all.stream().filter(wanted).toList();
        return found.isEmpty() ? List.of() : List.of(found);
    }

    private static String count(List<SourceRhythm> tables) {
        return tables.size() == 1 ? tables.get(0).table() : tables.size() + " tables";
    }

    private static String named(List<SourceRhythm> tables, Function<SourceRhythm, String> more) {
        return tables.stream()
                        .limit(NAMED)
                        .map(rhythm -> rhythm.table() + more.apply(rhythm))
                        .collect(Collectors.joining(", "))
                + (tables.size() > NAMED ? " and " + (tables.size() - NAMED) + " more" : "");
    }
}

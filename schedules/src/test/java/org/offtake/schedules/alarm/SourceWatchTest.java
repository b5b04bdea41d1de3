package org.offtake.schedules.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.schedules.local.Desk;
import org.offtake.serving.SourceRhythm;

class SourceWatchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String NIGHTLY = Desk.file("cron: \"30 2 * * *\"", "steps: {run: ./offtake run}");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_source_that_is_late_or_brings_too_little_by_its_own_rhythm_is_told_once_with_its_tables()
            throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T08:00:00Z", "nightly", NIGHTLY)) {
            write(
                    desk,
                    new SourceRhythm("till", "orders", TODAY.minusDays(3), TODAY.minusDays(1), 90, 80, 120),
                    new SourceRhythm("till", "stock", TODAY.minusDays(2), TODAY, 30, 80, 120),
                    new SourceRhythm("web", "orders", TODAY.minusDays(1), TODAY, 40, 80, 120));
            assertThat(look(desk))
                    .containsExactly(
                            "late source till: nothing came of orders of till when it usually does: orders (the last is of"
                                    + " 2026-11-23, due by 2026-11-25)",
                            "odd volume till: stock of till brought much less or much more than ever: stock (30 records,"
                                    + " where a day had 80 to 120)");

            write(desk, new SourceRhythm("till", "orders", TODAY, TODAY.plusDays(1), 241, 80, 120));
            assertThat(look(desk)).singleElement().asString().startsWith("odd volume till");
            write(desk, new SourceRhythm("till", "orders", TODAY, TODAY.plusDays(1), 240, 80, 120));
            assertThat(look(desk)).isEmpty();
        }
    }

    @Test
    void tables_of_one_system_that_are_late_together_are_one_alarm() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-26T08:00:00Z", "nightly", NIGHTLY)) {
            SourceRhythm[] late = List.of("a", "b", "c", "d", "e", "f", "g").stream()
                    .map(table -> new SourceRhythm("erp", table, TODAY.minusDays(9), TODAY.minusDays(8), 1, 1, 1))
                    .toArray(SourceRhythm[]::new);
            write(desk, late);

            assertThat(look(desk))
                    .singleElement()
                    .asString()
                    .startsWith("late source erp: nothing came of 7 tables of erp when it usually does: a (the last")
                    .endsWith(" and 2 more");
        }
    }

    private static void write(Desk desk, SourceRhythm... rhythms) {
        SourceRhythm.write(desk.database.database(), List.of(rhythms));
    }

    private static List<String> look(Desk desk) {
        return new Watch(desk.database.database(), desk.schedules(), desk.engine(), Desk.AMSTERDAM)
                .look(desk.clock.instant()).troubles().stream()
                        .map(trouble -> trouble.key() + ": " + trouble.what() + ": " + trouble.reason())
                        .toList();
    }
}

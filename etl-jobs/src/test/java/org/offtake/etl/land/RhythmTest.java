package org.offtake.etl.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void what_comes_each_working_day_is_due_on_monday_after_a_friday_and_the_next_day_after_a_tuesday() {
        Predicate<LocalDate> working = day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();

        assertThat(rhythm(days(FRIDAY, working), 0)).map(Rhythm::due).hasValue(FRIDAY.plusDays(3));
        assertThat(rhythm(days(FRIDAY.plusDays(4), working), 0))
                .map(Rhythm::due)
                .hasValue(FRIDAY.plusDays(5));
    }

    @Test
    void a_holiday_makes_nothing_due_later_and_a_file_of_yesterday_is_due_a_day_after_its_day() {
        Predicate<LocalDate> allButAWeek =
                day -> day.isBefore(LocalDate.of(2026, 10, 26)) || day.isAfter(LocalDate.of(2026, 10, 30));

        assertThat(rhythm(days(LocalDate.of(2026, 11, 22), allButAWeek), 0))
                .map(Rhythm::due)
                .hasValue(LocalDate.of(2026, 11, 23));
        assertThat(rhythm(days(FRIDAY, day -> true), 1)).map(Rhythm::due).hasValue(FRIDAY.plusDays(2));
    }

    @Test
    void a_monthly_file_is_due_after_its_longest_month() {
        LocalDate last = LocalDate.of(2026, 11, 1);
        List<LocalDate> days = LocalDate.of(2026, 1, 1)
                .datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfMonth() == 1)
                .toList();

        assertThat(rhythm(days, 0)).map(Rhythm::due).hasValue(last.plusDays(31));
    }

    @Test
    void few_days_are_too_little_to_know_a_rhythm_by() {
        assertThat(rhythm(List.of(FRIDAY.minusDays(1), FRIDAY), 0)).isEmpty();
        assertThat(Rhythm.of(List.of(), AMSTERDAM, FRIDAY)).isEmpty();
    }

    @Test
    void records_of_the_newest_day_that_is_over_stand_beside_the_fewest_and_the_most_before_it() {
        List<Delivery> deliveries = new ArrayList<>(deliveries(days(FRIDAY, day -> true), 0));
        deliveries.add(delivery(FRIDAY, FRIDAY, 3, Delivery.State.LIVE));
        deliveries.add(delivery(FRIDAY, FRIDAY, 1_000, Delivery.State.REFUSED));

        Optional<Rhythm> whole = Rhythm.of(deliveries, AMSTERDAM, FRIDAY.plusDays(1));
        assertThat(whole).map(Rhythm::records).hasValue(records(FRIDAY) + 3);
        assertThat(whole).map(Rhythm::least).hasValue(101L);
        assertThat(whole).map(Rhythm::most).hasValue(131L);
        assertThat(Rhythm.of(deliveries, AMSTERDAM, FRIDAY))
                .as("a day that is not over is not judged")
                .map(Rhythm::records)
                .hasValue(records(FRIDAY.minusDays(1)));
    }

    private static Optional<Rhythm> rhythm(List<LocalDate> days, int lag) {
        return Rhythm.of(
                deliveries(days, lag), AMSTERDAM, days.get(days.size() - 1).plusDays(1));
    }

    private static List<LocalDate> days(LocalDate last, Predicate<LocalDate> wanted) {
        return FIRST.datesUntil(last.plusDays(1)).filter(wanted).toList();
    }

    private static List<Delivery> deliveries(List<LocalDate> days, int lag) {
        return days.stream()
                .map(day -> delivery(day, day.plusDays(lag), records(day), Delivery.State.LIVE))
                .toList();
    }

    private static Delivery delivery(LocalDate day, LocalDate arrived, long records, Delivery.State state) {
        return new Delivery(
                "till",
                "receipts",
                day + "_" + records,
                1,
                day + " " + records,
                Optional.of(day.atTime(23, 0).atZone(AMSTERDAM).toInstant()),
                arrived.atTime(23, 30).atZone(AMSTERDAM).toInstant(),
                1,
                1,
                records,
                state,
                "",
                "");
    }

    private static long records(LocalDate day) {
        return 100L + day.getDayOfMonth();
    }
}

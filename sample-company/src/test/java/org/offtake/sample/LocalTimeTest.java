package org.offtake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.offtake.sample.chance.DutchCalendar;

@ExtendWith(GeneratedSample.class)
class LocalTimeTest {
    private final Sample sample;

    LocalTimeTest(Sample sample) {
        this.sample = sample;
    }

    @Test
    void the_hour_that_comes_twice_has_an_order_in_each_pass() {
        assertThat(sample.records("wholesale", "orders"))
                .extracting(it -> it.get("Ontvangen op"))
                .contains("25-10-2026 02:30:00+02:00", "25-10-2026 02:30:00+01:00");
        assertThat(sample.records("webshop", "orders"))
                .extracting(it -> it.get("receivedAt"))
                .contains("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");
    }

    @Test
    void the_hour_that_is_skipped_shows_up_an_hour_later() {
        assertThat(sample.records("wholesale", "orders"))
                .extracting(it -> it.get("Ontvangen op"))
                .contains("29-03-2026 03:30:00+02:00");
        assertThat(sample.records("webshop", "orders"))
                .extracting(it -> it.get("receivedAt"))
                .contains("2026-03-29T01:30:00Z");
    }

    @Test
    void the_wholesaler_enters_orders_on_working_days_only() {
        assertThat(sample.good("wholesale", "orders"))
                .extracting(it -> Sample.moment(it.get("Ingevoerd op")).toLocalDate())
                .allMatch(DutchCalendar::isWorkingDay);
    }

    @Test
    void the_dutch_holidays_follow_easter() {
        assertThat(LocalDate.of(2026, 4, 3)).matches(DutchCalendar::isWorkingDay, "Good Friday");
        assertThat(LocalDate.of(2026, 4, 6)).matches(DutchCalendar::isHoliday, "Easter Monday");
        assertThat(LocalDate.of(2026, 5, 14)).matches(DutchCalendar::isHoliday, "Ascension");
        assertThat(LocalDate.of(2026, 5, 25)).matches(DutchCalendar::isHoliday, "Whit Monday");
        assertThat(DutchCalendar.workingDaysAfter(LocalDate.of(2026, 4, 24), 2)).isEqualTo(LocalDate.of(2026, 4, 29));
    }
}

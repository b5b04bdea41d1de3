package org.offtake.etl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueEditionsTest {
    private static List<LocalDate> due(String firstOrder, String businessDate) {
        return new DueEditions(LocalDate.parse(firstOrder), Optional.empty())
                .until(LocalDate.parse(businessDate))
                .toList();
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    @Test
    void the_first_edition_has_a_year_of_orders_before_it_and_one_begins_with_each_quarter_since() {
        assertThat(due("2024-09-13", "2026-05-20")).isEqualTo(days("2025-10-01", "2026-01-01", "2026-04-01"));
        assertThat(due("2024-10-02", "2025-10-01")).isEqualTo(days("2025-10-01"));
        assertThat(due("2024-10-03", "2026-01-31")).isEqualTo(days("2026-01-01"));
    }

    @Test
    void a_young_company_gets_the_edition_of_the_running_quarter_when_thirteen_weeks_lie_before_it() {
        assertThat(due("2026-01-01", "2026-06-30")).isEmpty();
        assertThat(due("2025-12-31", "2026-06-30")).isEqualTo(days("2026-04-01"));
        assertThat(due("2025-08-01", "2026-06-30")).isEqualTo(days("2026-04-01"));
        assertThat(due("2026-06-01", "2026-06-30")).isEmpty();
    }

    @Test
    void what_was_told_is_not_told_again_and_no_quarter_before_it_is() {
        assertThat(new DueEditions(LocalDate.parse("2020-01-01"), Optional.of(LocalDate.parse("2026-01-01")))
                        .until(LocalDate.parse("2026-07-01"))
                        .toList())
                .isEqualTo(days("2026-04-01", "2026-07-01"));
        assertThat(new DueEditions(LocalDate.parse("2020-01-01"), Optional.of(LocalDate.parse("2026-07-01")))
                        .until(LocalDate.parse("2026-07-01"))
                        .toList())
                .isEmpty();
    }
}

package org.offtake.patterns.contract.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Measure;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.contract.belief.AgreedLevels;
import org.offtake.patterns.contract.belief.CustomerFilter;
import org.offtake.patterns.contract.belief.Gaps;
import org.offtake.patterns.contract.belief.RatePrior;

class ContractWatchTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final LocalDate THIRD = START.plusDays(121);
    private static final Contract AGREED = contract(520);

    private static Contract contract(double amount) {
        return new Contract("C1", "100001", Measure.QUANTITY, amount, START, END, List.of());
    }

    private static List<ContractEpisode> episodes(Contract contract, List<Taken> taken, LocalDate toldFrom) {
        CustomerFilter customer = customer(contract);
        return new ContractTerm(
                        contract,
                        new Purchases(List.of(), taken),
                        OperationalTime.calendarDays(),
                        AgreedLevels.NONE,
                        toldFrom)
                .episodes(customer);
    }

    private static CustomerFilter customer(Contract contract) {
        return CustomerFilter.of(
                contract, new RatePrior(4, 30, 2.5), 0.1, Gaps.of(List.of()), OperationalTime.calendarDays());
    }

    private static Stream<Taken> weekly(LocalDate first, int weeks, double amount) {
        return Stream.iterate(first, day -> day.plusWeeks(1)).limit(weeks).map(day -> new Taken(day, amount, amount));
    }

    private static List<Taken> all(List<Stream<Taken>> parts) {
        return parts.stream().flatMap(part -> part).toList();
    }

    @Test
    void taken_as_agreed_nothing_is_told() {
        assertThat(episodes(AGREED, weekly(START.plusDays(4), 52, 10).toList(), START))
                .isEmpty();
    }

    @Test
    void who_stops_is_told_to_end_short_until_the_term_is_over_and_who_comes_back_until_then() {
        List<Taken> half = weekly(START.plusDays(4), 26, 10).toList();
        List<Taken> back = all(List.of(half.stream(), weekly(START.plusDays(4 + 7 * 33L), 19, 16)));

        assertThat(episodes(AGREED, half, START)).singleElement().satisfies(it -> {
            assertThat(it.risk()).isEqualTo(ContractRisk.SHORT);
            assertThat(it.alarmDate()).isBetween(START.plusDays(4 + 7 * 26L), START.plusDays(4 + 7 * 30L));
            assertThat(it.sinceDate()).isBeforeOrEqualTo(it.alarmDate());
            assertThat(it.closedDate()).isEqualTo(END.plusDays(1));
            assertThat(it.isBack()).isFalse();
            assertThat(it.taken()).isEqualTo(260);
            assertThat(it.expected()).isBetween(it.likely().low(), it.likely().high());
        });
        assertThat(episodes(AGREED, back, START)).singleElement().satisfies(it -> {
            assertThat(it.isBack()).isTrue();
            assertThat(it.closedDate()).isBefore(END);
        });
    }

    @Test
    void what_is_used_up_on_the_last_days_is_not_used_up_early() {
        assertThat(episodes(contract(500), weekly(START.plusDays(4), 52, 10).toList(), START))
                .isEmpty();
        assertThat(episodes(contract(260), weekly(START.plusDays(4), 52, 10).toList(), START))
                .extracting(ContractEpisode::risk, ContractEpisode::isBack)
                .containsExactly(tuple(ContractRisk.EARLY, false));
    }

    @Test
    void before_a_third_of_the_term_and_before_the_first_day_that_is_told_of_nothing_is() {
        List<Taken> few = weekly(START.plusDays(4), 4, 10).toList();

        assertThat(episodes(AGREED, few, START))
                .extracting(ContractEpisode::alarmDate)
                .containsExactly(THIRD);
        assertThat(episodes(AGREED, few, THIRD.plusDays(40)))
                .extracting(ContractEpisode::alarmDate)
                .containsExactly(THIRD.plusDays(40));
    }

    @Test
    void what_comes_back_is_taken_off_and_is_no_purchase() {
        List<Taken> returned = all(List.of(
                weekly(START.plusDays(4), 26, 10),
                Stream.of(new Taken(START.plusDays(181), -200, -200)),
                weekly(START.plusDays(4 + 7 * 26L), 26, 10)));

        assertThat(episodes(AGREED, returned, START)).singleElement().satisfies(it -> {
            assertThat(it.risk()).isEqualTo(ContractRisk.SHORT);
            assertThat(it.taken())
                    .isEqualTo(60 + 10 * Math.floor((it.alarmDate().toEpochDay() - START.toEpochDay() - 179) / 7.0));
        });
    }

    @Test
    void every_sunday_of_the_term_says_where_it_will_end_and_the_last_one_knows() {
        List<Taken> taken = weekly(START.plusDays(4), 52, 10).toList();
        Contract untilSunday =
                new Contract("C1", "100001", Measure.QUANTITY, 520, START, LocalDate.of(2026, 12, 27), List.of());
        List<Projection> told = new ContractTerm(
                        untilSunday,
                        new Purchases(List.of(), taken),
                        OperationalTime.calendarDays(),
                        AgreedLevels.NONE,
                        START)
                .onSundays(customer(untilSunday));

        assertThat(told)
                .extracting(Projection::asOfDate)
                .hasSize(52)
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(told.subList(0, 17)).allMatch(it -> it.probabilityShort().isEmpty());
        assertThat(told.get(40).interval(0.95))
                .hasValueSatisfying(it -> assertThat(it.holds(520)).isTrue());
        assertThat(told.get(51).expected()).hasValue(510);
        assertThat(told.get(51).probabilityShort()).hasValue(0);
    }

    /** The customer takes four fifths of what was agreed; commitments are known to hold to a tenth. */
    @Test
    void what_commitments_tell_counts_from_the_day_on_which_it_was_learnt() {
        List<Taken> taken = weekly(START.plusDays(4), 52, 8).toList();
        LocalDate learnt = LocalDate.of(2026, 4, 1);
        AgreedLevels agreed = new AgreedLevels(new TreeMap<>(Map.of(learnt, new AgreedLevel(0, 0.01))));
        List<Projection> alone = sundays(taken, AgreedLevels.NONE);
        List<Projection> knowing = sundays(taken, agreed);

        assertThat(knowing).hasSameSizeAs(alone);
        for (int week = 0; week < alone.size() - 1; week++) {
            double expected = alone.get(week).expected().orElseThrow();
            if (alone.get(week).asOfDate().isBefore(learnt)) {
                assertThat(knowing.get(week).expected()).hasValue(expected);
            } else {
                assertThat(knowing.get(week).expected().orElseThrow()).isBetween(expected, 520.0);
            }
        }
        assertThat(knowing.get(20).probabilityShort().orElseThrow())
                .isLessThan(alone.get(20).probabilityShort().orElseThrow());
    }

    private static List<Projection> sundays(List<Taken> taken, AgreedLevels agreed) {
        return new ContractTerm(AGREED, new Purchases(List.of(), taken), OperationalTime.calendarDays(), agreed, START)
                .onSundays(customer(AGREED));
    }

    @Test
    void prices_alone_commit_to_nothing() {
        Contract prices = new Contract("C1", "100001", Measure.RATE_ONLY, 0, START, END, List.of());

        assertThat(episodes(prices, List.of(), START)).isEmpty();
    }

    /** What a day is told does not rest on what came after it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_was_told_by_a_day_is_the_same_whatever_came_later(long seed) {
        Random random = new Random(seed);
        List<Taken> taken = new ArrayList<>();
        for (LocalDate day = START.plusDays(random.nextInt(14));
                day.isBefore(END);
                day = day.plusDays(1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 12))) {
            double amount = random.nextInt(12) == 0 ? -5 : 4 + random.nextInt(20);
            taken.add(new Taken(day, amount, amount));
        }
        for (int week = 18; week < 52; week += 3) {
            LocalDate day = START.plusWeeks(week);
            List<Taken> known =
                    taken.stream().filter(it -> !it.date().isAfter(day)).toList();
            assertThat(told(episodes(AGREED, known, START), day))
                    .as("by %s, of seed %d", day, seed)
                    .isEqualTo(told(episodes(AGREED, taken, START), day));
        }
    }

    /** Alarms by a day, and how they had ended by then. */
    private static List<String> told(List<ContractEpisode> episodes, LocalDate day) {
        return episodes.stream()
                .filter(it -> !it.alarmDate().isAfter(day))
                .map(it -> it.risk() + " " + it.alarmDate() + " " + it.sinceDate() + " " + it.probability() + " "
                        + it.taken() + " " + it.expected() + " " + it.likely() + " "
                        + (it.closedDate().isAfter(day) ? "open" : it.closedDate() + " " + it.isBack()))
                .sorted()
                .toList();
    }
}

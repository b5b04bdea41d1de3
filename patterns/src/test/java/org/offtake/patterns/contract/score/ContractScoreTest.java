package org.offtake.patterns.contract.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Measure;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevel;

class ContractScoreTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate START = FIRST.plusDays(365);

    /** Orders of about 100 every ten days; of the 60 customers every third stops on day 430. */
    private static AgreedSet set() {
        Random random = new Random(3);
        Map<String, List<Taken>> orders = new TreeMap<>();
        Map<String, String> segments = new TreeMap<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String customer = "C" + i;
            List<Taken> taken = new ArrayList<>();
            for (double day = 10 * random.nextDouble();
                    day < (i % 3 == 0 ? 430 : 730);
                    day += 7 + 6 * random.nextDouble()) {
                double value = 80 + 40 * random.nextDouble();
                taken.add(new Taken(FIRST.plusDays((long) day), value / 10, value));
            }
            orders.put(customer, taken);
            segments.put(customer, "S0");
            contracts.add(contract("K" + i, customer, 3_000));
        }
        return new AgreedSet(orders, segments, contracts, Set.of("C1"));
    }

    @Test
    void customers_who_stop_are_found_early_and_nobody_else() {
        ContractScore score = ContractScore.of(set(), FIRST);

        assertThat(score.contracts()).isEqualTo(59);
        assertThat(score.fellShort()).isEqualTo(20);
        assertThat(score.alarms())
                .filteredOn(it -> it.rule().equals("P(short) > 0.9"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.precision()).isEqualTo(1);
                    assertThat(it.recall()).isEqualTo(1);
                    assertThat(it.medianLead()).isGreaterThan(200);
                });
        assertThat(score.coverage()).extracting(Coverage::day).containsExactly(90, 180, 270);
        assertThat(score.coverage()).allSatisfy(it -> assertThat(it.in95()).isGreaterThan(0.7));
        assertThat(score.coverage().get(2).brier()).isLessThan(0.01);
        assertThat(score.coverage().get(0).baseBrier()).isCloseTo(20.0 * 39 / 59 / 59, within(1e-12));
    }

    @Test
    void no_history_returns_beyond_purchases_and_all_on_one_day_have_a_score() {
        AgreedSet usual = set();
        Map<String, List<Taken>> orders = new TreeMap<>(usual.orders());
        orders.put("C3", List.of());
        orders.put("C4", List.of(new Taken(FIRST.plusDays(20), 1, 50), new Taken(START.plusDays(9), -9, -900)));
        orders.put("C5", Collections.nCopies(40, new Taken(FIRST.plusDays(100), 2, 20)));
        orders.put("C6", List.of(new Taken(START.plusDays(500), 2, 20)));
        List<Contract> contracts = new ArrayList<>(usual.contracts());
        contracts.add(contract("K98", "nobody", 10));
        contracts.add(contract("K99", "C3", 0));

        ContractScore score = ContractScore.of(new AgreedSet(orders, usual.segments(), contracts, Set.of()), FIRST);

        assertThat(score.contracts()).isEqualTo(61);
        assertThat(score.coverage()).allSatisfy(it -> assertThat(List.of(it.in80(), it.in95(), it.brier(), it.error()))
                .allSatisfy(figure -> assertThat(figure).isFinite()));
        assertThat(score.alarms())
                .allSatisfy(it -> assertThat(List.of(it.precision(), it.recall(), it.f1(), it.medianLead()))
                        .allSatisfy(figure -> assertThat(figure).isFinite()));
    }

    @Test
    void of_two_contracts_at_once_the_later_one_takes_the_orders_and_a_short_term_is_not_looked_at_late() {
        AgreedSet usual = set();
        List<Contract> contracts = new ArrayList<>(usual.contracts());
        contracts.add(
                new Contract("K99", "C2", Measure.VALUE, 900, START.plusDays(100), START.plusDays(199), List.of()));

        ContractScore before = ContractScore.of(usual, FIRST);
        ContractScore score =
                ContractScore.of(new AgreedSet(usual.orders(), usual.segments(), contracts, usual.left()), FIRST);

        assertThat(score.contracts()).isEqualTo(before.contracts() + 1);
        assertThat(score.fellShort()).isEqualTo(before.fellShort() + 1);
        assertThat(score.coverage()).extracting(Coverage::in95).allMatch(it -> it <= 1);
    }

    /** A hundred commitments of the last weeks, far too low or far too high, say nothing to those of the first day. */
    @Test
    void what_is_agreed_later_teaches_nothing_about_what_was_agreed_before() {
        assertThat(scoreBesideLater(0.5)).isEqualTo(scoreBesideLater(5_000));
    }

    private static List<OptionalDouble> scoreBesideLater(double amount) {
        AgreedSet usual = set();
        List<Contract> contracts = new ArrayList<>(usual.contracts());
        for (int i = 0; i < 100; i++) {
            LocalDate day = START.plusDays(330);
            contracts.add(new Contract("L" + i, "C" + (i % 60), Measure.VALUE, amount, day, day, List.of()));
        }
        AgreedSet set = new AgreedSet(usual.orders(), usual.segments(), contracts, usual.left());
        Priors priors = Priors.fit(set, FIRST);
        Contract first = usual.contracts().get(2);
        Replay replay = ContractScore.replay(
                set, priors, ContractScore.agreed(set, priors, first.startDate(), priors::filter), first, List.of(90));
        return List.of(replay.probabilityOn(200), replay.probabilityOn(300)).stream()
                .map(OptionalDouble::of)
                .toList();
    }

    @Test
    void an_empty_set_scores_nought() {
        ContractScore score = ContractScore.of(new AgreedSet(Map.of(), Map.of(), List.of(), Set.of()), FIRST);

        assertThat(score.contracts()).isZero();
        assertThat(score.alarms()).allSatisfy(it -> assertThat(it.f1()).isZero());
    }

    /** Three of four fell short; alarms for two of them (lead 200 and 100 days) and for the fourth. */
    @Test
    void alarms_are_counted_by_hand() {
        List<Replay> replays = List.of(replay(10), replay(20), replay(30), replay(95));
        Alarms alarms = Alarms.of("by hand", replays, it -> switch ((int) it.total()) {
            case 10 -> OptionalInt.of(165);
            case 20 -> OptionalInt.of(265);
            case 95 -> OptionalInt.of(300);
            default -> OptionalInt.empty();
        });

        assertThat(alarms).isEqualTo(new Alarms("by hand", 4, 3, 2, 2 / 3.0, 2 / 3.0, 2 / 3.0, 150, 1 / 3.0));
    }

    @Test
    void commitments_tell_as_much_as_they_vary() {
        Random random = new Random(9);
        List<AgreedLevel.Start> starts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            starts.add(new AgreedLevel.Start(-0.1 + Math.sqrt(0.04 + 0.05) * random.nextGaussian(), 0.05));
        }

        assertThat(AgreedLevel.fit(starts).logBias()).isCloseTo(-0.1, within(0.02));
        assertThat(AgreedLevel.fit(starts).variance()).isCloseTo(0.04, within(0.008));
        assertThat(AgreedLevel.fit(starts.subList(0, 19)).variance()).isInfinite();
    }

    @Test
    void a_season_is_found_with_its_weekends_and_its_quiet_days() {
        Random random = new Random(1);
        List<List<Taken>> customers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<Taken> taken = new ArrayList<>();
            for (int day = 0; day < 365; day++) {
                boolean weekend = FIRST.plusDays(day).getDayOfWeek().getValue() > 5;
                double pace = weekend ? 0 : day >= 200 && day < 207 ? 0.02 : day < 182 ? 0.4 : 0.2;
                if (random.nextDouble() < pace) {
                    taken.add(new Taken(FIRST.plusDays(day), 1, 1));
                }
            }
            customers.add(taken);
        }

        OperationalTime time = PooledSeason.of(FIRST, customers, customers);

        assertThat(time.between(FIRST.minusDays(1), FIRST.plusDays(364))).isCloseTo(365, within(1e-6));
        assertThat(time.between(FIRST.plusDays(4), FIRST.plusDays(6))).isZero();
        double spring = time.between(FIRST.plusDays(69), FIRST.plusDays(139));
        double autumn = time.between(FIRST.plusDays(279), FIRST.plusDays(349));
        assertThat(spring / autumn).isCloseTo(2, within(0.15));
        assertThat(time.between(FIRST.plusDays(199), FIRST.plusDays(206))).isLessThan(1.2);
        assertThat(time.between(START.plusDays(69), START.plusDays(139))).isCloseTo(spring, within(2.0));
    }

    private static Contract contract(String number, String customer, double amount) {
        return new Contract(number, customer, Measure.VALUE, amount, START, START.plusDays(364), List.of());
    }

    private static Replay replay(double total) {
        return new Replay(
                contract("K1", "C1", 100),
                total,
                Collections.nCopies(364, OptionalDouble.empty()),
                Map.of(),
                Collections.nCopies(365, 1.0));
    }
}

package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Outlook;
import org.offtake.patterns.contract.Projection;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.contract.belief.CustomerFilter;

/**
 * One contract, day by day.
 *
 * @param total what it ended with
 * @param probabilities of falling short, by day of the term (from one), the last day left out; before a third of the term empty
 * @param looks what was said on the days that are looked at
 * @param proRata actual over linear expectation by day of the term
 */
record Replay(
        Contract contract,
        double total,
        List<OptionalDouble> probabilities,
        Map<Integer, Look> looks,
        List<Double> proRata) {

    /** What was said on one day: projection and the straight line from it. */
    record Look(Projection projection, double straightLine) {}

    boolean isShort() {
        return total < Projection.SHORT * contract.amount();
    }

    int days() {
        return proRata.size();
    }

    /** Of falling short, as told at the end of a day of the term; nought when nothing is told. */
    double probabilityOn(int day) {
        return probabilities.get(day - 1).orElse(0);
    }

    /** {@code orders} are all of the customer; of them {@code counts} picks those that the contract is credited with. */
    static Replay of(
            Contract contract,
            List<Taken> orders,
            Predicate<Taken> counts,
            CustomerFilter customer,
            OperationalTime time,
            AgreedLevel agreed,
            List<Integer> lookedAt) {
        int next = 0;
        while (next < orders.size() && orders.get(next).date().isBefore(contract.startDate())) {
            customer.order(orders.get(next));
            next++;
        }
        int days = (int) (contract.endDate().toEpochDay() - contract.startDate().toEpochDay()) + 1;
        OptionalDouble[] probabilities = new OptionalDouble[days - 1];
        List<Double> proRata = new ArrayList<>();
        Map<Integer, Look> looks = new TreeMap<>();
        double actual = 0;
        for (int i = 1; i <= days; i++) {
            LocalDate day = contract.startDate().plusDays(i - 1L);
            while (next < orders.size() && !orders.get(next).date().isAfter(day)) {
                customer.order(orders.get(next));
                actual += counts.test(orders.get(next)) ? orders.get(next).value() : 0;
                next++;
            }
            proRata.add(actual / (contract.amount() * i / days));
            if (i == days) {
                break;
            }
            Outlook outlook = agreed.with(customer.outlook(day), contract, time, day);
            Projection projection = Projection.of(contract, actual, day, outlook, time);
            probabilities[i - 1] = projection.probabilityShort();
            if (lookedAt.contains(i)) {
                looks.put(i, new Look(projection, actual * days / i));
            }
        }
        return new Replay(contract, actual, List.of(probabilities), looks, proRata);
    }
}

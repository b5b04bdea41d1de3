package org.offtake.patterns.contract.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offtake.patterns.clock.OperationalTime;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Taken;
import org.offtake.patterns.contract.belief.CustomerFilter;
import org.offtake.patterns.contract.belief.Gaps;
import org.offtake.patterns.contract.belief.RatePrior;
import org.offtake.patterns.contract.belief.SizePrior;

/** What is learned from all customers in year one. */
record Priors(Map<String, OperationalTime> timeBySegment, RatePrior rate, SizePrior size, Map<String, Gaps> gaps) {
    private static final int YEAR = 365;

    static Priors fit(AgreedSet set, LocalDate firstDay) {
        LocalDate end = firstDay.plusDays(YEAR);
        Map<String, List<List<Taken>>> bySegment = new HashMap<>();
        set.orders().forEach((customer, orders) -> bySegment
                .computeIfAbsent(segment(set, customer), any -> new ArrayList<>())
                .add(orders));
        List<List<Taken>> everybody = List.copyOf(set.orders().values());
        Map<String, OperationalTime> time = new HashMap<>();
        bySegment.forEach((segment, orders) -> time.put(segment, PooledSeason.of(firstDay, everybody, orders)));
        Map<String, Gaps> gaps = new HashMap<>();
        List<List<Double>> sizes = new ArrayList<>();
        set.orders().forEach((customer, orders) -> {
            List<Taken> yearOne =
                    orders.stream().filter(it -> it.date().isBefore(end)).toList();
            gaps.put(
                    customer,
                    Gaps.between(yearOne, time.getOrDefault(segment(set, customer), OperationalTime.calendarDays())));
            sizes.add(yearOne.stream()
                    .filter(it -> it.value() > 0)
                    .map(it -> Math.log(it.value()))
                    .toList());
        });
        return new Priors(time, RatePrior.fit(List.copyOf(gaps.values())), SizePrior.fit(sizes), gaps);
    }

    /** The clock of a customer's segment. */
    OperationalTime time(AgreedSet set, String customer) {
        return timeBySegment.getOrDefault(segment(set, customer), OperationalTime.calendarDays());
    }

    /** Of the customer of a contract, before their first order. */
    CustomerFilter filter(AgreedSet set, Contract contract) {
        return new CustomerFilter(
                rate,
                size,
                gaps.getOrDefault(contract.customerId(), Gaps.of(List.of())),
                time(set, contract.customerId()),
                contract.startDate().minusDays(1));
    }

    /** The same as a run of the pipeline knows it, where sizes are counted as each contract does: by the commitment. */
    CustomerFilter filterByCommitment(AgreedSet set, Contract contract) {
        return CustomerFilter.of(
                contract,
                rate,
                size.spread() * size.spread(),
                gaps.getOrDefault(contract.customerId(), Gaps.of(List.of())),
                time(set, contract.customerId()));
    }

    private static String segment(AgreedSet set, String customer) {
        return set.segments().getOrDefault(customer, "");
    }
}

package org.offtake.sample.wholesale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.offtake.sample.chance.DemandClock;

/** Which customers order on which day. */
final class DueList {
    private record Due(Customer customer, Rhythm rhythm) {}

    private final TreeMap<LocalDate, List<Due>> byDay = new TreeMap<>();

    DueList(List<Customer> customers, DemandClock clock, long seed) {
        customers.forEach(customer -> put(new Due(customer, new Rhythm(customer, clock, seed))));
    }

    /** The customers who order on this day, by number; days before it are passed over. */
    List<Customer> on(LocalDate day) {
        while (!byDay.isEmpty() && byDay.firstKey().isBefore(day)) {
            byDay.pollFirstEntry().getValue().forEach(this::put);
        }
        List<Due> due = new ArrayList<>(byDay.getOrDefault(day, List.of()));
        byDay.remove(day);
        due.forEach(this::put);
        return due.stream()
                .map(Due::customer)
                .sorted(Comparator.comparingInt(Customer::number))
                .toList();
    }

    private void put(Due due) {
        LocalDate day = due.rhythm().next();
        if (!day.equals(LocalDate.MAX)) {
            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(due);
        }
    }
}
